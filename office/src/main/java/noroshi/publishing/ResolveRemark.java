package noroshi.publishing;

import java.time.Instant;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** An author has done what a remark asks for, or whoever made it takes it back. */
@Component
public final class ResolveRemark {

    private final Tenancy tenancy;
    private final ArticleStore articles;
    private final Remarks remarks;
    private final Audit audit;

    ResolveRemark(Tenancy tenancy, ArticleStore articles, Remarks remarks, Audit audit) {
        this.tenancy = tenancy;
        this.articles = articles;
        this.remarks = remarks;
        this.audit = audit;
    }

    public record Command(String government, long article, long remark, Officer by, Instant at) {}

    public Outcome handle(Command command) {
        return tenancy.in(command.government(), () -> {
            var found = articles.lock(command.government(), command.article());
            if (found.isEmpty()) return Outcome.missing(command.article());
            var remark = remarks.find(command.government(), command.article(), command.remark());
            if (remark.isEmpty()) return new Outcome.Missing("その指摘は見つかりません。記事の画面を読み直してください。");
            boolean own = remark.get().officer() == command.by().id();
            var lacking = own
                    ? Rights.elsewhere(command.by(), command.government())
                    : Rights.lacking(command.by(), command.government(), Role.AUTHOR, Role.EMERGENCY);
            if (lacking.isPresent()) return lacking.get();
            if (remark.get().isOpen()) {
                remarks.resolve(
                        command.government(), command.remark(), command.by().id(), command.at());
                audit.record(
                        command.government(),
                        command.by().id(),
                        "article.remark-resolved",
                        Opening.subject(found.get()),
                        remark.get().comment());
            }
            return new Outcome.Done(found.get(), articles.newest(found.get()));
        });
    }
}
