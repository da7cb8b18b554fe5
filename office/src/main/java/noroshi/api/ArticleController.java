package noroshi.api;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import noroshi.people.Bearer;
import noroshi.people.Role;
import noroshi.people.Scope;
import noroshi.platform.ApiProblem;
import noroshi.platform.Tenancy;
import noroshi.publishing.AllOrNothing;
import noroshi.publishing.ArticleState;
import noroshi.publishing.Articles;
import noroshi.publishing.MoveArticle;
import noroshi.publishing.Outcome;
import noroshi.publishing.ReviseArticle;
import noroshi.publishing.WithdrawArticle;
import noroshi.publishing.WriteArticle;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Articles for systems: written, read, replaced and withdrawn; published in the same call where that is allowed. */
@RestController
@RequestMapping(path = "/api/v1/articles", produces = "application/json")
class ArticleController {

    private static final int LIST_MAX = 100;

    private final AllOrNothing allOrNothing;
    private final WriteArticle writeArticle;
    private final ReviseArticle reviseArticle;
    private final MoveArticle moveArticle;
    private final WithdrawArticle withdrawArticle;
    private final PublishByCall publishByCall;
    private final Addressed addressed;
    private final Articles articles;
    private final KeptAnswers keptAnswers;
    private final ArticleJson json;
    private final Tenancy tenancy;
    private final InstantSource clock;

    ArticleController(
            AllOrNothing allOrNothing,
            WriteArticle writeArticle,
            ReviseArticle reviseArticle,
            MoveArticle moveArticle,
            WithdrawArticle withdrawArticle,
            PublishByCall publishByCall,
            Addressed addressed,
            Articles articles,
            KeptAnswers keptAnswers,
            ArticleJson json,
            Tenancy tenancy,
            InstantSource clock) {
        this.allOrNothing = allOrNothing;
        this.writeArticle = writeArticle;
        this.reviseArticle = reviseArticle;
        this.moveArticle = moveArticle;
        this.withdrawArticle = withdrawArticle;
        this.publishByCall = publishByCall;
        this.addressed = addressed;
        this.articles = articles;
        this.keptAnswers = keptAnswers;
        this.json = json;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Carries an answer given before through the edge of the transaction. */
    private static final class Repeated extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient KeptAnswers.Kept kept;

        Repeated(KeptAnswers.Kept kept) {
            super(null, null, false, false);
            this.kept = kept;
        }
    }

    @PostMapping(consumes = "application/json")
    ResponseEntity<Map<String, Object>> create(
            Bearer bearer,
            @RequestBody byte[] body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        Callers.require(bearer, Scope.ARTICLES_WRITE);
        Callers.requireAny(bearer, Role.AUTHOR, Role.EMERGENCY);
        var request = ArticleRequest.create(body);
        var government = Callers.government(bearer, request.government());
        var call = Optional.ofNullable(key)
                .map(k -> KeptAnswers.Call.of(government, bearer.tokenId(), k, "POST /articles", body));
        try {
            var done = Outcomes.done(allOrNothing.handle(
                    government, () -> write(bearer, government, request, call), steps(bearer, request, call)));
            return created(
                    json.receipt(done.article(), done.edition()), done.edition().number());
        } catch (Repeated repeated) {
            int edition = repeated.kept.edition();
            return created(json.receipt(addressed.article(bearer, repeated.kept.article()), edition), edition);
        }
    }

    private Outcome write(Bearer bearer, String government, ArticleRequest request, Optional<KeptAnswers.Call> call) {
        call.flatMap(keptAnswers::find).ifPresent(kept -> {
            throw new Repeated(kept);
        });
        var series = request.series() == null ? "" : request.series();
        return writeArticle.handle(
                new WriteArticle.Command(government, series, request.content(), bearer.officer(), clock.instant()));
    }

    private List<Function<Outcome.Done, Outcome>> steps(
            Bearer bearer, ArticleRequest request, Optional<KeptAnswers.Call> call) {
        var steps = new ArrayList<Function<Outcome.Done, Outcome>>();
        if (request.publish()) steps.add(done -> publishByCall.handle(bearer, done, request));
        call.ifPresent(c -> steps.add(done -> {
            keptAnswers.keep(c, done.article().id(), done.edition().number(), clock.instant());
            return done;
        }));
        return steps;
    }

    private static ResponseEntity<Map<String, Object>> created(Map<String, Object> receipt, int edition) {
        return ResponseEntity.status(201)
                .header("Location", "/api/v1/articles/" + receipt.get("id"))
                .eTag(IfMatch.etag(edition))
                .body(receipt);
    }

    @GetMapping("/{id}")
    ResponseEntity<Map<String, Object>> read(Bearer bearer, @PathVariable String id) {
        var article = addressed.article(bearer, id);
        var edition = addressed.newest(article);
        return ResponseEntity.ok().eTag(IfMatch.etag(edition.number())).body(json.full(article, edition));
    }

    @PutMapping(path = "/{id}", consumes = "application/json")
    ResponseEntity<Map<String, Object>> replace(
            Bearer bearer,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody byte[] body) {
        Callers.require(bearer, Scope.ARTICLES_WRITE);
        Callers.requireAny(bearer, Role.AUTHOR, Role.EMERGENCY);
        var article = addressed.article(bearer, id);
        int basedOn = IfMatch.edition(ifMatch, article.newestEdition());
        var request = ArticleRequest.replace(body);
        if (request.government() != null && !request.government().equals(article.government()))
            throw Outcomes.notAllowed("記事の団体は変えられません。その団体の新しい記事として書いてください。");
        var steps = new ArrayList<Function<Outcome.Done, Outcome>>();
        var series = request.series();
        if (series != null && !series.equals(article.series()))
            steps.add(done -> moveArticle.handle(new MoveArticle.Command(
                    article.government(),
                    article.id(),
                    done.edition().number(),
                    series,
                    bearer.officer(),
                    clock.instant())));
        if (request.publish()) steps.add(done -> publishByCall.handle(bearer, done, request));
        var done = Outcomes.done(allOrNothing.handle(
                article.government(),
                () -> reviseArticle.handle(new ReviseArticle.Command(
                        article.government(),
                        article.id(),
                        basedOn,
                        request.content(),
                        request.change(),
                        bearer.officer(),
                        clock.instant())),
                steps));
        return ResponseEntity.ok()
                .eTag(IfMatch.etag(done.edition().number()))
                .body(json.receipt(done.article(), done.edition()));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> withdraw(
            Bearer bearer,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestParam(defaultValue = "") String reason) {
        Callers.require(bearer, Scope.ARTICLES_WRITE);
        var article = addressed.article(bearer, id);
        if (article.publicEdition() != null) Callers.require(bearer, Scope.ARTICLES_PUBLISH);
        int edition = IfMatch.edition(ifMatch, article.newestEdition());
        Outcomes.done(withdrawArticle.handle(new WithdrawArticle.Command(
                article.government(), article.id(), edition, reason, bearer.officer(), clock.instant())));
        return ResponseEntity.noContent().build();
    }

    @GetMapping
    Map<String, Object> list(
            Bearer bearer,
            @RequestParam(required = false) @Nullable String government,
            @RequestParam(required = false) @Nullable String series,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "20") int limit) {
        var of = Callers.government(bearer, government);
        int max = Math.clamp(limit, 1, LIST_MAX);
        var question = new Articles.Question(state(state), series, null, null, q, before);
        var rows = tenancy.in(of, () -> articles.list(of, question, max + 1));
        var page = new LinkedHashMap<String, Object>();
        page.put(
                "articles",
                rows.stream()
                        .limit(max)
                        .map(row -> json.full(row.article(), row.newest()))
                        .toList());
        if (rows.size() > max)
            page.put("nextBefore", rows.get(max - 1).article().id());
        return page;
    }

    private static @Nullable ArticleState state(@Nullable String code) {
        if (code == null) return null;
        for (var state : ArticleState.values()) if (state.code().equals(code.toLowerCase(Locale.ROOT))) return state;
        throw ApiProblem.of(
                400,
                "state",
                "状態の指定が正しくありません",
                "state は draft、review、approved、scheduled、public、withdrawn のいずれかです。",
                "The state is one of draft, review, approved, scheduled, public, withdrawn.");
    }
}
