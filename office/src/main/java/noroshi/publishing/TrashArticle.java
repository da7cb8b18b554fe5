package noroshi.publishing;

import java.time.Instant;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Puts a draft, or an article that left the public pages, into the trash, and takes it out again. Never what readers see. */
@Component
public final class TrashArticle {

    private final Tenancy tenancy;
    private final ArticleStore articles;
    private final Articles all;
    private final Trash trash;
    private final Audit audit;

    TrashArticle(Tenancy tenancy, ArticleStore articles, Articles all, Trash trash, Audit audit) {
        this.tenancy = tenancy;
        this.articles = articles;
        this.all = all;
        this.trash = trash;
        this.audit = audit;
    }

    /** @param edition the newest as the officer saw it */
    public record Command(String government, long article, int edition, Officer by, Instant at) {}

    public Outcome handle(Command command) {
        return tenancy.in(command.government(), () -> {
            var lacking = Rights.lacking(command.by(), command.government(), Role.AUTHOR, Role.PUBLISHER);
            if (lacking.isPresent()) return lacking.get();
            // A second click: it lies there already.
            if (trash.find(command.government(), command.article()).isPresent()) return there(command);
            var found = articles.lock(command.government(), command.article());
            if (found.isEmpty()) return Outcome.missing(command.article());
            var article = found.get();
            if (article.newestEdition() != command.edition()) return new Outcome.Overtaken(article.newestEdition());
            if (article.publicEdition() != null)
                return new Outcome.NotAllowed("公開中か公開予約の記事は、ごみ箱に入れられません。先に公開を終了するか、予約を取り消してください。");
            if (article.state() != ArticleState.DRAFT && article.state() != ArticleState.WITHDRAWN)
                return new Outcome.NotAllowed("ごみ箱に入れられるのは、下書きと公開を終えた記事です（現在: %s）。引き戻すか差し戻してもらってください。"
                        .formatted(article.state().japanese()));
            trash.put(article, command.by().id(), command.at());
            var edition = articles.newest(article);
            audit.record(
                    command.government(),
                    command.by().id(),
                    "article.trashed",
                    Opening.subject(article),
                    edition.title());
            return new Outcome.Done(article, edition);
        });
    }

    private Outcome there(Command command) {
        return all.find(command.government(), command.article())
                .<Outcome>map(article -> new Outcome.Done(article, articles.newest(article)))
                .orElseGet(() -> Outcome.missing(command.article()));
    }

    /** Out of the trash: as it was before. */
    public Outcome takeOut(Command command) {
        return tenancy.in(command.government(), () -> {
            var lacking = Rights.lacking(command.by(), command.government(), Role.AUTHOR, Role.PUBLISHER);
            if (lacking.isPresent()) return lacking.get();
            boolean taken = trash.takeOut(command.government(), command.article());
            var found = articles.lock(command.government(), command.article());
            if (found.isEmpty()) return new Outcome.Missing("この記事はごみ箱からも削除されました。元には戻せません。");
            if (taken)
                audit.record(
                        command.government(), command.by().id(), "article.taken-out", Opening.subject(found.get()), "");
            return new Outcome.Done(found.get(), articles.newest(found.get()));
        });
    }
}
