package noroshi.inquiries;

import java.time.Instant;
import noroshi.inquiries.Inquiry.Step;
import noroshi.people.Directory;
import noroshi.people.Officer;
import org.springframework.stereotype.Component;

/** Another department of the same government is to answer: 転送. It then stands in that department's inbox. */
@Component
public final class ForwardInquiry {

    static final int REASON_CHARACTERS_MAX = 1_000;

    private final InquiryDesk desk;
    private final Directory directory;

    ForwardInquiry(InquiryDesk desk, Directory directory) {
        this.desk = desk;
        this.directory = directory;
    }

    /**
     * @param version of the inquiry that the officer saw
     * @param department a code of the government's
     * @param reason for the colleagues there, may be empty; the resident does not see it
     */
    public record Command(
            String government, String number, int version, String department, String reason, Officer by, Instant at) {}

    public InquiryOutcome handle(Command command) {
        if (command.reason().length() > REASON_CHARACTERS_MAX)
            return new InquiryOutcome.Invalid("引き継ぎの説明は%d字以内にしてください。".formatted(REASON_CHARACTERS_MAX));
        var seen = new InquiryDesk.Seen(
                command.government(), command.number(), command.version(), command.by(), command.at());
        return desk.act(seen, inquiry -> {
            var target = directory.findDepartment(command.government(), command.department());
            if (target.isEmpty()) return new InquiryOutcome.Invalid("引き継ぎ先の課室が見つかりません。一覧から選んでください。");
            if (target.get().code().equals(inquiry.department()))
                return new InquiryOutcome.Invalid(
                        "すでに%sが担当しています。".formatted(target.get().name()));
            var detail =
                    "%s %s".formatted(target.get().name(), command.reason()).strip();
            return desk.put(inquiry.forwardedTo(target.get().code(), command.at()), seen, Step.Act.FORWARDED, detail);
        });
    }
}
