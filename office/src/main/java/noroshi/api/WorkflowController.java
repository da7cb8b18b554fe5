package noroshi.api;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import noroshi.people.Bearer;
import noroshi.people.Scope;
import noroshi.platform.Tenancy;
import noroshi.publishing.ApproveArticle;
import noroshi.publishing.Articles;
import noroshi.publishing.Outcome;
import noroshi.publishing.PublishArticle;
import noroshi.publishing.PublishingLane;
import noroshi.publishing.RemandArticle;
import noroshi.publishing.RequestReview;
import noroshi.publishing.ReviewEmergencyArticle;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The path from draft to public for systems, step by step, and its record. The body may carry a {@code comment}. */
@RestController
@RequestMapping(path = "/api/v1/articles/{id}", produces = "application/json")
class WorkflowController {

    private final RequestReview requestReview;
    private final ApproveArticle approveArticle;
    private final RemandArticle remandArticle;
    private final PublishArticle publishArticle;
    private final ReviewEmergencyArticle reviewEmergencyArticle;
    private final Addressed addressed;
    private final Articles articles;
    private final ArticleJson json;
    private final Tenancy tenancy;
    private final InstantSource clock;

    WorkflowController(
            RequestReview requestReview,
            ApproveArticle approveArticle,
            RemandArticle remandArticle,
            PublishArticle publishArticle,
            ReviewEmergencyArticle reviewEmergencyArticle,
            Addressed addressed,
            Articles articles,
            ArticleJson json,
            Tenancy tenancy,
            InstantSource clock) {
        this.requestReview = requestReview;
        this.approveArticle = approveArticle;
        this.remandArticle = remandArticle;
        this.publishArticle = publishArticle;
        this.reviewEmergencyArticle = reviewEmergencyArticle;
        this.addressed = addressed;
        this.articles = articles;
        this.json = json;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @PostMapping("/request-review")
    ResponseEntity<Map<String, Object>> requestReview(
            Bearer bearer,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] body) {
        Callers.require(bearer, Scope.ARTICLES_WRITE);
        var article = addressed.article(bearer, id);
        int edition = IfMatch.edition(ifMatch, article.newestEdition());
        return answer(requestReview.handle(new RequestReview.Command(
                article.government(), article.id(), edition, comment(body), bearer.officer(), clock.instant())));
    }

    @PostMapping("/approve")
    ResponseEntity<Map<String, Object>> approve(
            Bearer bearer,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] body) {
        Callers.require(bearer, Scope.ARTICLES_PUBLISH);
        var article = addressed.article(bearer, id);
        int edition = IfMatch.edition(ifMatch, article.newestEdition());
        var fields = Fields.read(body == null || body.length == 0 ? new byte[] {'{', '}'} : body);
        var comment = fields.text("comment", "");
        var reason = fields.text("reason", "");
        fields.noMore();
        fields.check();
        return answer(approveArticle.handle(new ApproveArticle.Command(
                article.government(), article.id(), edition, comment, reason, bearer.officer(), clock.instant())));
    }

    @PostMapping("/remand")
    ResponseEntity<Map<String, Object>> remand(
            Bearer bearer,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] body) {
        Callers.require(bearer, Scope.ARTICLES_PUBLISH);
        var article = addressed.article(bearer, id);
        int edition = IfMatch.edition(ifMatch, article.newestEdition());
        return answer(remandArticle.handle(new RemandArticle.Command(
                article.government(), article.id(), edition, comment(body), bearer.officer(), clock.instant())));
    }

    @PostMapping("/publish")
    ResponseEntity<Map<String, Object>> publish(
            Bearer bearer,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] body) {
        Callers.require(bearer, Scope.ARTICLES_PUBLISH);
        var article = addressed.article(bearer, id);
        var fields = Fields.read(body == null || body.length == 0 ? new byte[] {'{', '}'} : body);
        boolean emergency = fields.truth("emergency");
        var opensAt = fields.instant("opensAt");
        var closesAt = fields.instant("closesAt");
        var reason = fields.text("reason", "");
        fields.noMore();
        fields.check();
        return answer(publishArticle.handle(new PublishArticle.Command(
                article.government(),
                article.id(),
                IfMatch.edition(ifMatch, article.newestEdition()),
                emergency ? PublishingLane.EMERGENCY : PublishingLane.ORDINARY,
                opensAt,
                closesAt,
                false,
                reason,
                bearer.officer(),
                clock.instant())));
    }

    @PostMapping("/review")
    ResponseEntity<Map<String, Object>> review(
            Bearer bearer,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] body) {
        Callers.require(bearer, Scope.ARTICLES_PUBLISH);
        var article = addressed.article(bearer, id);
        int edition = IfMatch.edition(ifMatch, article.newestEdition());
        return answer(reviewEmergencyArticle.handle(new ReviewEmergencyArticle.Command(
                article.government(), article.id(), edition, comment(body), bearer.officer(), clock.instant())));
    }

    @GetMapping("/history")
    List<Articles.Act> history(Bearer bearer, @PathVariable String id) {
        var article = addressed.article(bearer, id);
        return tenancy.in(article.government(), () -> articles.history(article.government(), article.id()));
    }

    private ResponseEntity<Map<String, Object>> answer(Outcome outcome) {
        var done = Outcomes.done(outcome);
        return ResponseEntity.ok()
                .eTag(IfMatch.etag(done.edition().number()))
                .body(json.receipt(done.article(), done.edition().number()));
    }

    private static String comment(byte @Nullable [] body) {
        if (body == null || body.length == 0) return "";
        var fields = Fields.read(body);
        var comment = fields.text("comment", "");
        fields.noMore();
        fields.check();
        return comment;
    }
}
