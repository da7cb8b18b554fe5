package noroshi.inquiries;

import java.time.Instant;
import noroshi.inquiries.Inquiry.Step;
import noroshi.people.Officer;
import noroshi.people.Officers;
import org.springframework.stereotype.Component;

/** Someone takes an inquiry in hand, or gives it to a colleague: 対応中. */
@Component
public final class AssignInquiry {

    private final InquiryDesk desk;
    private final Officers officers;

    AssignInquiry(InquiryDesk desk, Officers officers) {
        this.desk = desk;
        this.officers = officers;
    }

    /**
     * @param version of the inquiry that the officer saw
     * @param assignee the number of an officer of that government
     */
    public record Command(String government, String number, int version, long assignee, Officer by, Instant at) {}

    public InquiryOutcome handle(Command command) {
        var seen = new InquiryDesk.Seen(
                command.government(), command.number(), command.version(), command.by(), command.at());
        return desk.act(seen, inquiry -> {
            var assignee = officers.find(command.government(), command.assignee());
            if (assignee.isEmpty()) return new InquiryOutcome.Invalid("担当者が見つかりません。この団体の職員を選んでください。");
            var changed = inquiry.inHand(assignee.get().id(), command.at());
            return desk.put(changed, seen, Step.Act.ASSIGNED, assignee.get().name());
        });
    }
}
