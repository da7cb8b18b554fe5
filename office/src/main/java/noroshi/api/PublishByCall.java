package noroshi.api;

import java.time.InstantSource;
import noroshi.people.Bearer;
import noroshi.people.Role;
import noroshi.people.Scope;
import noroshi.publishing.Outcome;
import noroshi.publishing.PublishArticle;
import org.springframework.stereotype.Component;

/** {@code publish: true}: the edition just written becomes public, where the token and the series allow it. */
@Component
class PublishByCall {

    private final PublishArticle publishArticle;
    private final InstantSource clock;

    PublishByCall(PublishArticle publishArticle, InstantSource clock) {
        this.publishArticle = publishArticle;
        this.clock = clock;
    }

    Outcome handle(Bearer bearer, Outcome.Done written, ArticleRequest request) {
        if (!bearer.may(Scope.ARTICLES_PUBLISH))
            return new Outcome.NotAllowed(
                    "このトークンでは公開できません（適用範囲 articles:publish がありません）。publish:false で下書きとして登録してください。");
        // The approvals that a series asks for stand in the system that calls; only an administrator's token may say
        // so.
        boolean approvedElsewhere = bearer.may(Scope.ARTICLES_APPROVED_ELSEWHERE)
                && bearer.officer().has(Role.ADMINISTRATOR);
        return publishArticle.handle(new PublishArticle.Command(
                written.article().government(),
                written.article().id(),
                written.edition().number(),
                request.lane(),
                request.opensAt(),
                request.closesAt(),
                approvedElsewhere,
                request.reason(),
                bearer.officer(),
                clock.instant()));
    }
}
