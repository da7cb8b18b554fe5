package noroshi.inquiries;

import java.time.Instant;
import noroshi.channels.DispatchKind;
import noroshi.channels.Dispatches;
import noroshi.channels.MailAddress;
import noroshi.inquiries.Inquiry.Step;
import noroshi.people.Department;
import noroshi.people.Directory;
import noroshi.people.Officer;
import org.springframework.stereotype.Component;

/** The answer: by mail, with its own delivery in the ledger, and on the Reply page. A later answer adds a further mail. */
@Component
public final class AnswerInquiry {

    static final int ANSWER_CHARACTERS_MAX = 20_000;

    private final InquiryDesk desk;
    private final Dispatches dispatches;
    private final Directory directory;

    AnswerInquiry(InquiryDesk desk, Dispatches dispatches, Directory directory) {
        this.desk = desk;
        this.dispatches = dispatches;
        this.directory = directory;
    }

    /**
     * @param version of the inquiry that the officer saw
     * @param answer plain text, line breaks kept
     */
    public record Command(String government, String number, int version, String answer, Officer by, Instant at) {}

    public InquiryOutcome handle(Command command) {
        var answer = command.answer().replace("\r\n", "\n").strip();
        if (answer.isEmpty()) return new InquiryOutcome.Invalid("回答を書いてください。");
        if (answer.length() > ANSWER_CHARACTERS_MAX)
            return new InquiryOutcome.Invalid("回答は%d字以内にしてください。".formatted(ANSWER_CHARACTERS_MAX));
        var seen = new InquiryDesk.Seen(
                command.government(), command.number(), command.version(), command.by(), command.at());
        return desk.act(seen, inquiry -> {
            mail(inquiry, answer);
            return desk.put(inquiry.answered(answer, command.at()), seen, Step.Act.ANSWERED, answer);
        });
    }

    private void mail(Inquiry inquiry, String answer) {
        var department = directory
                .findDepartment(inquiry.government(), inquiry.department())
                .map(Department::name)
                .orElse("");
        dispatches.person(
                inquiry.government(),
                DispatchKind.ANSWER,
                "inquiry:%s:answer:%d".formatted(inquiry.number(), inquiry.version()),
                MailAddress.parse(inquiry.address()).orElseThrow(),
                "お問い合わせへの回答（受付番号 %s）".formatted(inquiry.number()),
                InquiryMail.answer(inquiry, department, answer));
    }
}
