package noroshi.shelters;

import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.letter.Letter;
import noroshi.letters.LetterHandler;
import noroshi.letters.WaitingLetters;
import noroshi.shelters.Report.Source;
import noroshi.shelters.ReportStore.Arrival;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A report from a shelter arrives: signed by an enrolled telephone, or with the code of the shelter's sheet. */
@Component
class ReportLetter implements LetterHandler {

    /** A report kept without a line for longer tells nothing of today. */
    static final Duration KEPT_MAX = Duration.ofDays(7);

    /** A SHA-256 as base64url. */
    private static final String FINGERPRINT = "[A-Za-z0-9_-]{43}";

    private static final List<String> SIGNED = List.of(
            "state",
            "people",
            "households",
            "voluntary_people",
            "voluntary_households",
            "crowding",
            "water",
            "food",
            "medical",
            "pets",
            "wheelchair",
            "next",
            "note");

    private final PlaceStore places;
    private final PassStore passes;
    private final ReportStore reports;
    private final Logbook logbook;
    private final WaitingLetters waiting;

    ReportLetter(PlaceStore places, PassStore passes, ReportStore reports, Logbook logbook, WaitingLetters waiting) {
        this.places = places;
        this.passes = passes;
        this.reports = reports;
        this.logbook = logbook;
        this.waiting = waiting;
    }

    @Override
    public String form() {
        return StaffPages.REPORT;
    }

    /** Who says it, for which shelter, and as of when. */
    private record Speaker(
            Source source,
            long place,
            @Nullable Long device,
            Instant at,
            @Nullable Long seen) {}

    @Override
    public Understanding handle(Letter letter) {
        if (reports.isKnown(letter.site(), letter.id().toString())) return Understanding.ACTED;
        var early = overtakesEnrolment(letter);
        if (early != null) return early;
        var speaker = letter.fields().containsKey("signature") ? telephone(letter) : sheet(letter);
        if (speaker == null)
            return new Understanding.NotUnderstood("避難所の合言葉か端末の署名が正しくありません。用紙の合言葉を確かめ、だめなら用紙を印刷し直してください。");
        if (speaker.device() != null && passes.hasTold(letter.site(), speaker.device(), speaker.at()))
            return Understanding.ACTED;
        var shelter = places.lock(letter.site(), speaker.place());
        if (shelter.isEmpty()) return new Understanding.NotUnderstood("避難所の登録がなくなっています。避難所の一覧を確かめてください。");
        try {
            var told = ReportFields.read(letter.fields(), speaker.at());
            var arrival = new Arrival(
                    letter.site(),
                    speaker.place(),
                    told,
                    letter.receivedAt(),
                    speaker.source(),
                    null,
                    speaker.device(),
                    letter.id().toString(),
                    speaker.seen());
            logbook.write(shelter.get(), arrival, null);
            return Understanding.ACTED;
        } catch (IllegalArgumentException e) {
            return new Understanding.NotUnderstood("報告の値を読み取れません。避難所に電話で確かめてください。");
        }
    }

    /** Sent after its telephone was enrolled, but over another beacon: the enrolment is still on its way. */
    private @Nullable Understanding overtakesEnrolment(Letter letter) {
        var fingerprint = letter.fields().getOrDefault("device", "");
        if (!letter.fields().containsKey("signature") || !fingerprint.matches(FINGERPRINT)) return null;
        var what = EnrolmentLetter.waitsFor(fingerprint);
        if (passes.device(letter.site(), fingerprint).isPresent()) return null;
        waiting.meet(letter.site(), what);
        if (passes.device(letter.site(), fingerprint).isPresent()) return null;
        return new Understanding.Waits(what, "この電話の登録がまだ届いていません。届けば自動で反映されます。届かないときは、避難所に電話で確かめてください。");
    }

    private @Nullable Speaker sheet(Letter letter) {
        var code = PassCode.typed(letter.fields().getOrDefault("code", ""));
        if (code.isEmpty()) return null;
        var place = passes.place(letter.site(), PassCode.hash(letter.site(), code), letter.receivedAt());
        // Without script nobody knows what was on the screen before: it is as of its arrival.
        return place.map(id -> new Speaker(Source.PASS, id, null, letter.receivedAt(), null))
                .orElse(null);
    }

    private @Nullable Speaker telephone(Letter letter) {
        var fields = letter.fields();
        var device =
                passes.device(letter.site(), fields.getOrDefault("device", "")).orElse(null);
        if (device == null || !String.valueOf(device.place()).equals(fields.get("place"))) return null;
        try {
            var key = DeviceKey.of(device.key());
            if (!key.signed(words(letter), Base64.getUrlDecoder().decode(fields.getOrDefault("signature", ""))))
                return null;
            var sent = Instant.parse(fields.getOrDefault("sent", ""));
            var revoked = device.revokedAt();
            if (revoked != null && !letter.receivedAt().isBefore(revoked)) return null;
            return new Speaker(Source.DEVICE, device.place(), device.id(), at(sent, letter.receivedAt()), seen(fields));
        } catch (GeneralSecurityException | IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    /** A telephone's clock may be wrong: never later than the beacon's, and never absurdly early. */
    private static Instant at(Instant sent, Instant received) {
        if (sent.isAfter(received)) return received;
        var earliest = received.minus(KEPT_MAX);
        return sent.isBefore(earliest) ? earliest : sent;
    }

    private static @Nullable Long seen(Map<String, String> fields) {
        var seen = fields.getOrDefault("seen", "");
        return seen.matches("[0-9]{1,18}") ? Long.valueOf(seen) : null;
    }

    /** What report.js signs, line by line. */
    static String words(Letter letter) {
        var fields = letter.fields();
        return Stream.concat(
                        Stream.of(
                                "noroshi shelter report 1",
                                letter.site(),
                                fields.getOrDefault("place", ""),
                                fields.getOrDefault("device", ""),
                                fields.getOrDefault("seen", ""),
                                fields.getOrDefault("sent", "")),
                        SIGNED.stream().map(name -> fields.getOrDefault(name, "")))
                .collect(Collectors.joining("\n"));
    }
}
