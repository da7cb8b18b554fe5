package noroshi.persons;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import noroshi.people.Bearer;
import noroshi.people.Directory;
import noroshi.platform.ApiProblem;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import noroshi.standards.pfif.PfifFeed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** PFIF 1.4 feeds for other repositories, with the parameters that Person Finder's data API has; a token of the scope persons:feed is the key. */
@RestController
@RequestMapping(path = "/api/v1/feeds", produces = "application/atom+xml")
class PersonFeedController {

    private final PersonFeed feed;
    private final Directory directory;
    private final Settings settings;
    private final Tenancy tenancy;
    private final InstantSource clock;

    PersonFeedController(
            PersonFeed feed, Directory directory, Settings settings, Tenancy tenancy, InstantSource clock) {
        this.feed = feed;
        this.directory = directory;
        this.settings = settings;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GetMapping("/person")
    ResponseEntity<byte[]> persons(
            Bearer bearer,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String government,
            @RequestParam(name = "min_entry_date", defaultValue = "") String since,
            @RequestParam(name = "max_results", defaultValue = "50") int max,
            @RequestParam(defaultValue = "0") int skip,
            @RequestParam(name = "omit_notes", defaultValue = "") String omitNotes) {
        var question = question(bearer, government, since, max, skip, "", omitNotes.matches("yes|true|1"));
        return switch (feed.persons(question)) {
            case PersonFeed.Told.Records(var persons, var notes) ->
                answer(atom(question, request, "安否情報（人）").persons(persons, notes));
            case PersonFeed.Told.Stopped unused -> throw stopped();
        };
    }

    @GetMapping("/note")
    ResponseEntity<byte[]> notes(
            Bearer bearer,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String government,
            @RequestParam(name = "min_entry_date", defaultValue = "") String since,
            @RequestParam(name = "max_results", defaultValue = "50") int max,
            @RequestParam(defaultValue = "0") int skip,
            @RequestParam(name = "person_record_id", defaultValue = "") String person) {
        var question = question(bearer, government, since, max, skip, person, false);
        return switch (feed.notes(question)) {
            case PersonFeed.Told.Records(var persons, var notes) ->
                answer(atom(question, request, "安否情報（知らせ）").notes(notes));
            case PersonFeed.Told.Stopped unused -> throw stopped();
        };
    }

    private PersonFeed.Question question(
            Bearer bearer,
            @Nullable String government,
            String since,
            int max,
            int skip,
            String person,
            boolean omitNotes) {
        var of = government == null ? bearer.officer().government() : government;
        if (!PersonDesk.mayProtect(bearer.officer(), of))
            throw ApiProblem.of(
                    403,
                    "forbidden",
                    "許可されていません",
                    "安否情報のフィードは、その団体の管理者が発行したトークンだけが読めます。管理者に発行を依頼してください。",
                    "The feed is read with a token of an administrator of that government.");
        if (max < 1 || max > PersonFeed.RESULTS_MAX || skip < 0 || skip > PersonFeed.SKIP_RECORDS_MAX)
            throw wrong(
                    "max_results は1〜%d、skip は0〜%dです。".formatted(PersonFeed.RESULTS_MAX, PersonFeed.SKIP_RECORDS_MAX));
        return new PersonFeed.Question(of, instant(since), max, skip, person, omitNotes, bearer, clock.instant());
    }

    private static @Nullable Instant instant(String since) {
        if (since.isEmpty()) return null;
        try {
            return Instant.parse(since);
        } catch (DateTimeParseException e) {
            throw wrong("min_entry_date は 2026-03-11T05:46:00Z の形（UTC）で書いてください。");
        }
    }

    private static ApiProblem wrong(String detail) {
        return ApiProblem.of(
                400,
                "parameter",
                "パラメーターが正しくありません",
                detail,
                "min_entry_date: yyyy-mm-ddThh:mm:ssZ; max_results: 1 to 200; skip: 0 or more.");
    }

    private static ApiProblem stopped() {
        return ApiProblem.of(
                429,
                "too-many",
                "読み取りが多すぎます",
                "1時間に%d回までです。時間をおき、min_entry_date で続きから読んでください。".formatted(PersonFeed.READS_PER_HOUR_MAX),
                "At most %d reads an hour and key. Wait, then go on with min_entry_date."
                        .formatted(PersonFeed.READS_PER_HOUR_MAX));
    }

    private PfifFeed atom(PersonFeed.Question question, HttpServletRequest request, String what) {
        var name = tenancy.in(
                question.government(),
                () -> directory.getGovernment(question.government()).name());
        var query = request.getQueryString();
        var address = settings.officeUrl().toString().replaceAll("/+$", "")
                + request.getRequestURI()
                + (query == null ? "" : "?" + query);
        return new PfifFeed(address, name + " " + what, name);
    }

    /** Personal data: nobody on the way keeps it. */
    private static ResponseEntity<byte[]> answer(byte[] atom) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Type", "application/atom+xml; charset=utf-8")
                .body(atom);
    }
}
