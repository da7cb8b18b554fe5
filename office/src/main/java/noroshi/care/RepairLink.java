package noroshi.care;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import noroshi.people.Officer;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.publishing.ArticleState;
import noroshi.publishing.Articles;
import noroshi.publishing.Change;
import noroshi.publishing.Content;
import noroshi.publishing.Outcome;
import noroshi.publishing.ReviseArticle;
import org.springframework.stereotype.Component;

/** Puts a new address in the place of a dead one: a new draft of the article, to be published as any other. */
@Component
public final class RepairLink {

    static final int ADDRESS_CHARACTERS_MAX = 1_000;

    private final Tenancy tenancy;
    private final Articles articles;
    private final ReviseArticle reviseArticle;
    private final Audit audit;

    RepairLink(Tenancy tenancy, Articles articles, ReviseArticle reviseArticle, Audit audit) {
        this.tenancy = tenancy;
        this.articles = articles;
        this.reviseArticle = reviseArticle;
        this.audit = audit;
    }

    /** @param address as it stands in the text; @param replacement http(s), a path of the site or {@code article:ID} */
    public record Command(
            String government, long article, String address, String replacement, Officer by, Instant at) {}

    public Outcome handle(Command command) {
        if (!command.by().mayActFor(command.government())) return Outcome.missing(command.article());
        if (!command.replacement().matches("(https?://|/(?!/)|article:[0-9]).*")
                || command.replacement().length() > ADDRESS_CHARACTERS_MAX
                || command.replacement().matches(".*[\\s<>()\\[\\]\\\\\"'`].*"))
            return new Outcome.NotAllowed("新しい行き先は https:// か / で始まる、空白やかっこのないアドレスにしてください。");
        return tenancy.in(command.government(), () -> decide(command));
    }

    private Outcome decide(Command command) {
        var found = articles.find(command.government(), command.article());
        if (found.isEmpty()) return Outcome.missing(command.article());
        var article = found.get();
        if (article.state() == ArticleState.REVIEW
                || article.state() == ArticleState.APPROVED
                || article.state() == ArticleState.SCHEDULED)
            return new Outcome.NotAllowed("この記事は承認・公開の途中です。済んでから直すか、差し戻してから直してください。");
        var newest = articles.findEdition(command.government(), article.id(), article.newestEdition())
                .orElseThrow();
        var body = replaced(newest.content().body(), command.address(), command.replacement());
        if (body.equals(newest.content().body()))
            return new Outcome.NotAllowed("最新の版の本文に、このリンクはもうありません。版を公開すると一覧から消えます。");
        var outcome = reviseArticle.handle(new ReviseArticle.Command(
                command.government(),
                article.id(),
                newest.number(),
                with(newest.content(), body),
                Change.update(),
                command.by(),
                command.at()));
        if (outcome instanceof Outcome.Done)
            audit.record(
                    command.government(),
                    command.by().id(),
                    "care.link-repaired",
                    "article:" + article.id(),
                    command.address() + " → " + command.replacement());
        return outcome;
    }

    /** Only where it is a link's whole address: behind a bracket or a definition's colon, before what ends an address. */
    static String replaced(String body, String address, String replacement) {
        var link = Pattern.compile("(?<=\\(|<|\\]:\\s?|\\(<)" + Pattern.quote(address) + "(?=[)>\\s]|$)");
        return link.matcher(body).replaceAll(Matcher.quoteReplacement(replacement));
    }

    private static Content with(Content old, String body) {
        return new Content(
                old.title(),
                old.summary(),
                body,
                old.areas(),
                old.topics(),
                old.department(),
                old.happening(),
                old.image(),
                old.attachments(),
                old.marks());
    }
}
