package noroshi.inquiries;

import java.time.Duration;
import java.time.InstantSource;
import noroshi.channels.DispatchKind;
import noroshi.channels.Dispatches;
import noroshi.channels.MailAddress;
import noroshi.inquiries.Inquiry.Status;
import noroshi.inquiries.Inquiry.Step;
import noroshi.letter.Letter;
import noroshi.letters.LetterHandler;
import noroshi.letters.Replies;
import noroshi.people.Department;
import noroshi.people.Directory;
import noroshi.platform.Audit;
import org.springframework.stereotype.Component;

/** An inquiry arrives: it stands in the department's inbox, its sender gets a mail, and the Reply says 受付. */
@Component
class InquiryLetter implements LetterHandler {

    private static final int NAME_CHARACTERS_MAX = 100;
    private static final int SUBJECT_CHARACTERS_MAX = 200;
    private static final int BODY_CHARACTERS_MAX = 10_000;
    /** Anyone may write in another's name: whoever did not ask for these mails shall not get many. */
    static final int ACKNOWLEDGEMENTS_PER_DAY_MAX = 5;

    private static final Duration DAY = Duration.ofDays(1);

    private final InquiryStore store;
    private final Directory directory;
    private final Dispatches dispatches;
    private final Replies replies;
    private final ReplyPage page;
    private final Audit audit;
    private final InstantSource clock;

    InquiryLetter(
            InquiryStore store,
            Directory directory,
            Dispatches dispatches,
            Replies replies,
            ReplyPage page,
            Audit audit,
            InstantSource clock) {
        this.store = store;
        this.directory = directory;
        this.dispatches = dispatches;
        this.replies = replies;
        this.page = page;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "inquiry";
    }

    @Override
    public Understanding handle(Letter letter) {
        var address = MailAddress.parse(field(letter, "email", 254));
        if (address.isEmpty()) return new Understanding.NotUnderstood("メールアドレスの形が正しくありません。");
        var code = field(letter, "department", 40);
        var department = directory.findResponsible(letter.site(), code);
        if (department.isEmpty()) return new Understanding.NotUnderstood("課室「%s」がありません。担当の課室へ回してください。".formatted(code));
        var body = field(letter, "body", BODY_CHARACTERS_MAX);
        if (body.isBlank()) return new Understanding.NotUnderstood("本文がありません。");
        receive(letter, department.get(), address.get(), body);
        return Understanding.ACTED;
    }

    private void receive(Letter letter, Department department, MailAddress address, String body) {
        var subject = field(letter, "subject", SUBJECT_CHARACTERS_MAX).replaceAll("\\s+", " ");
        var inquiry = new Inquiry(
                letter.site(),
                letter.receiptNumber(),
                department.code(),
                Status.RECEIVED,
                field(letter, "name", NAME_CHARACTERS_MAX).replaceAll("\\s+", " "),
                address.toString(),
                subject.isBlank() ? "（件名なし）" : subject,
                body,
                null,
                null,
                letter.receivedAt(),
                clock.instant(),
                1);
        store.add(inquiry);
        store.step(
                inquiry.government(),
                inquiry.number(),
                new Step(letter.receivedAt(), null, Step.Act.RECEIVED, department.name()));
        audit.record(inquiry.government(), null, "inquiry.received", "inquiry:" + inquiry.number(), department.code());
        replies.answer(letter, page.write(inquiry));
        if (store.countFrom(
                        inquiry.government(), inquiry.address(), clock.instant().minus(DAY))
                <= ACKNOWLEDGEMENTS_PER_DAY_MAX) acknowledge(inquiry, department, address);
    }

    private void acknowledge(Inquiry inquiry, Department department, MailAddress address) {
        dispatches.person(
                inquiry.government(),
                DispatchKind.ACKNOWLEDGEMENT,
                "inquiry:%s:received".formatted(inquiry.number()),
                address,
                "お問い合わせを受け付けました（受付番号 %s）".formatted(inquiry.number()),
                InquiryMail.acknowledgement(inquiry, department.name()));
    }

    private static String field(Letter letter, String name, int charactersMax) {
        var text = letter.fields()
                .getOrDefault(name, "")
                .replace("\0", "")
                .replace("\r\n", "\n")
                .strip();
        return text.length() <= charactersMax ? text : text.substring(0, charactersMax);
    }
}
