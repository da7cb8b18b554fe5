package noroshi.inquiries;

import java.time.Instant;
import java.util.function.Function;
import noroshi.inquiries.Inquiry.Step;
import noroshi.letters.Replies;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** What all acts on an inquiry have in common: who may, on which version, and what follows from it. */
@Component
class InquiryDesk {

    private final InquiryStore store;
    private final Tenancy tenancy;
    private final Replies replies;
    private final ReplyPage page;
    private final Audit audit;

    InquiryDesk(InquiryStore store, Tenancy tenancy, Replies replies, ReplyPage page, Audit audit) {
        this.store = store;
        this.tenancy = tenancy;
        this.replies = replies;
        this.page = page;
        this.audit = audit;
    }

    /** An inquiry as the officer saw it. */
    record Seen(String government, String number, int version, Officer by, Instant at) {}

    /** One transaction: the act decides on the locked inquiry. */
    InquiryOutcome act(Seen seen, Function<Inquiry, InquiryOutcome> act) {
        if (!seen.by().mayActFor(seen.government())) return new InquiryOutcome.NotAllowed("この団体のお問い合わせを扱う権限がありません。");
        return tenancy.in(seen.government(), () -> {
            var found = store.lock(seen.government(), seen.number());
            if (found.isEmpty()) return new InquiryOutcome.Missing();
            var inquiry = found.get();
            if (!mayHandle(seen.by(), inquiry))
                return new InquiryOutcome.NotAllowed("担当課室の職員か管理者だけが扱えます。担当課室に依頼してください。");
            if (inquiry.version() != seen.version()) return new InquiryOutcome.Overtaken(inquiry);
            return act.apply(inquiry);
        });
    }

    /** Writes the changed inquiry, its step, the audit record, and what the resident will read. */
    InquiryOutcome.Done put(Inquiry changed, Seen seen, Step.Act act, String detail) {
        var written = store.put(changed);
        store.step(
                written.government(),
                written.number(),
                new Step(seen.at(), seen.by().id(), act, detail));
        audit.record(
                written.government(), seen.by().id(), "inquiry." + act.code(), "inquiry:" + written.number(), detail);
        replies.renew(written.government(), written.number(), page.write(written));
        return new InquiryOutcome.Done(written);
    }

    private static boolean mayHandle(Officer officer, Inquiry inquiry) {
        return officer.has(Role.ADMINISTRATOR)
                || (officer.government().equals(inquiry.government())
                        && officer.department().equals(inquiry.department()));
    }
}
