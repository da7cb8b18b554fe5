package noroshi.inquiries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import noroshi.channels.Dispatches;
import noroshi.channels.DispatchesForTests;
import noroshi.inquiries.Inquiry.Status;
import noroshi.letter.Letter;
import noroshi.letter.LetterId;
import noroshi.letter.Receipt;
import noroshi.letter.Reply;
import noroshi.letters.LetterHandler.Understanding;
import noroshi.letters.Replies;
import noroshi.letters.RepliesForTests;
import noroshi.people.Directory;
import noroshi.people.Officer;
import noroshi.people.Officers;
import noroshi.people.Role;
import noroshi.platform.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InquiriesTest extends DatabaseTest {

    private static final String MIYAGI = "040002";
    private static final String SENDAI = "041009";

    private final Directory directory = new Directory(sql);
    private final Officers officers = new Officers(sql);
    private final Replies replies = RepliesForTests.make(sql, outbox, clock);
    private final Dispatches dispatches = DispatchesForTests.make(sql, tenancy, clock, outbox, audit, directory);
    private final InquiryStore store = new InquiryStore(sql);
    private final ReplyPage page = new ReplyPage(directory);
    private final InquiryLetter arrival = new InquiryLetter(store, directory, dispatches, replies, page, audit, clock);
    private final Inquiries inquiries = new Inquiries(store, tenancy);
    private final InquiryDesk desk = new InquiryDesk(store, tenancy, replies, page, audit);
    private final AssignInquiry assign = new AssignInquiry(desk, officers);
    private final ForwardInquiry forward = new ForwardInquiry(desk, directory);
    private final AnswerInquiry answer = new AnswerInquiry(desk, dispatches, directory);
    private final Random random = new Random(3);

    private Officer koho = new Officer(0, MIYAGI, "nobody", "", "", Set.of(), false);
    private Officer kikaku = koho;
    private Officer sendai = koho;

    @BeforeEach
    void departments() {
        tenancy.runEverywhere(() -> {
            sql.sql("""
                            insert into government (code, name, kind, parent) values
                                ('040002', '宮城県', 'prefecture', null), ('041009', '仙台市', 'city', '040002')
                            """).update();
            sql.sql("""
                            insert into department (government, code, name, phone) values
                                ('040002', 'kouhou', '広報課', '022-000-1002'), ('040002', 'kikaku', '企画課', ''),
                                ('041009', 'koho', '広報課', '')
                            """).update();
        });
        koho = add(MIYAGI, "koho-1", "kouhou");
        kikaku = add(MIYAGI, "kikaku-1", "kikaku");
        sendai = add(SENDAI, "sendai-1", "koho");
    }

    private Officer add(String government, String login, String department) {
        return tenancy.everywhere(() -> {
            long id = officers.add(
                    new Officers.NewOfficer(government, login, department, login, "", Set.of(Role.AUTHOR)),
                    null,
                    clock.instant());
            return officers.find(government, id).orElseThrow();
        });
    }

    private Letter letter(Map<String, String> fields) {
        var receipt = Receipt.issue(clock.instant(), random);
        return new Letter(
                LetterId.next(clock.instant(), random),
                MIYAGI,
                "inquiry",
                clock.instant(),
                fields,
                receipt.number(),
                receipt.code());
    }

    private Letter asked() {
        var letter = letter(Map.of(
                "department", "kouhou",
                "name", "山田 太郎",
                "email", "Taro@Example.JP",
                "subject", "広報紙\r\nBcc: x@example.jp",
                "body", "届きません。\r\n<b>なぜ</b>ですか。"));
        assertThat(tenancy.in(MIYAGI, () -> arrival.handle(letter))).isEqualTo(Understanding.ACTED);
        return letter;
    }

    private Inquiry inquiry(Letter letter) {
        return inquiries.find(MIYAGI, letter.receiptNumber()).orElseThrow();
    }

    /** What the resident reads with the code. */
    private String reply(Letter letter) {
        var closed = tenancy.in(MIYAGI, () -> replies.closed(MIYAGI, Reply.path(letter.receiptCode()))
                .orElseThrow());
        return new String(Reply.open(letter.receiptCode(), closed.closed()), UTF_8);
    }

    private List<String> mails() {
        return tenancy.everywhere(() -> sql.sql(
                        "select t.kind || ' ' || d.address || ' ' || t.subject from delivery d join dispatch t on t.id = d.dispatch order by d.id")
                .query(String.class)
                .list());
    }

    private InquiryOutcome answered(Inquiry seen, String text, Officer by) {
        return answer.handle(
                new AnswerInquiry.Command(MIYAGI, seen.number(), seen.version(), text, by, clock.instant()));
    }

    @Test
    void anInquiryStandsInItsDepartmentsInbox() {
        var letter = asked();

        var inbox = inquiries.inbox(MIYAGI, "kouhou", Status.RECEIVED, 0, 50);
        assertThat(inbox).extracting(Inquiry::number).containsExactly(letter.receiptNumber());
        assertThat(inbox.getFirst().body()).isEqualTo("届きません。\n<b>なぜ</b>ですか。");
        assertThat(inquiries.inbox(MIYAGI, "kikaku", null, 0, 50)).isEmpty();
        assertThat(inquiries.inbox(SENDAI, null, null, 0, 50)).isEmpty();
        assertThat(inquiries.counts(MIYAGI)).containsEntry("kouhou", Map.of(Status.RECEIVED, 1));
    }

    @Test
    void itsSenderIsToldWithoutTheCode() {
        var letter = asked();

        assertThat(mails())
                .containsExactly("acknowledgement taro@example.jp 【宮城県】お問い合わせを受け付けました（受付番号 %s）"
                        .formatted(letter.receiptNumber()));
        var body = tenancy.everywhere(
                () -> sql.sql("select body from dispatch").query(String.class).single());
        // Whoever wrote may have named somebody else's address: nothing of theirs goes out under our name.
        assertThat(body)
                .contains(letter.receiptNumber())
                .doesNotContain("山田", "広報紙")
                .doesNotContain(letter.receiptCode());
        assertThat(reply(letter)).contains("受付", letter.receiptNumber()).doesNotContain("<b>");
    }

    @Test
    void nobodysMailboxIsFilledWithAcknowledgements() {
        for (int i = 0; i < InquiryLetter.ACKNOWLEDGEMENTS_PER_DAY_MAX + 3; i++) asked();

        assertThat(mails()).hasSize(InquiryLetter.ACKNOWLEDGEMENTS_PER_DAY_MAX);
        assertThat(inquiries.inbox(MIYAGI, "kouhou", Status.RECEIVED, 0, 50))
                .hasSize(InquiryLetter.ACKNOWLEDGEMENTS_PER_DAY_MAX + 3);
    }

    @Test
    void everyChangeRenewsTheReply() {
        var letter = asked();
        var seen = inquiry(letter);
        clock.advance(Duration.ofHours(1));
        assign.handle(
                new AssignInquiry.Command(MIYAGI, seen.number(), seen.version(), koho.id(), koho, clock.instant()));
        assertThat(reply(letter)).contains("対応中");

        answered(inquiry(letter), "お届けします。\n<script>", koho);

        assertThat(reply(letter)).contains("回答済", "お届けします。\n&lt;script&gt;");
        assertThat(mails().getLast()).startsWith("answer taro@example.jp");
        assertThat(inquiries.steps(MIYAGI, letter.receiptNumber()))
                .extracting(step -> step.act().japanese())
                .containsExactly("受付", "担当者の決定", "回答");
        var audited = tenancy.everywhere(() ->
                sql.sql("select act from audit order by id").query(String.class).list());
        assertThat(audited).containsExactly("inquiry.received", "inquiry.assigned", "inquiry.answered");
    }

    @Test
    void aForwardedInquiryIsAnsweredByTheOtherDepartment() {
        var letter = asked();
        var seen = inquiry(letter);
        forward.handle(new ForwardInquiry.Command(
                MIYAGI, seen.number(), seen.version(), "kikaku", "企画課の所管です", koho, clock.instant()));
        assertThat(reply(letter)).contains("転送", "企画課").doesNotContain("所管です");

        assertThat(answered(inquiry(letter), "広報課から", koho)).isInstanceOf(InquiryOutcome.NotAllowed.class);
        assertThat(answered(inquiry(letter), "企画課から", kikaku)).isInstanceOf(InquiryOutcome.Done.class);
    }

    @Test
    void twoOfficersCannotAnswerAtOnce() {
        var letter = asked();
        var seen = inquiry(letter);

        assertThat(answered(seen, "一つ目", koho)).isInstanceOf(InquiryOutcome.Done.class);
        assertThat(answered(seen, "二つ目", koho)).isInstanceOf(InquiryOutcome.Overtaken.class);

        assertThat(mails()).hasSize(2);
        assertThat(Objects.requireNonNull(inquiry(letter).answer())).isEqualTo("一つ目");
    }

    @Test
    void anotherGovernmentsOfficerCannotTouchIt() {
        var letter = asked();

        assertThat(answered(inquiry(letter), "仙台市から", sendai)).isInstanceOf(InquiryOutcome.NotAllowed.class);
        assertThat(inquiries.find(SENDAI, letter.receiptNumber())).isEmpty();
    }

    @Test
    void anInquiryToNoDepartmentIsNotUnderstood() {
        var lost = letter(Map.of("department", "nowhere", "email", "a@example.jp", "body", "x"));

        assertThat(tenancy.in(MIYAGI, () -> arrival.handle(lost))).isInstanceOf(Understanding.NotUnderstood.class);
        assertThat(mails()).isEmpty();
    }

    @Test
    void anEmptyAnswerIsNotSent() {
        var letter = asked();

        assertThat(answered(inquiry(letter), " \n ", koho)).isInstanceOf(InquiryOutcome.Invalid.class);
        assertThat(inquiry(letter).status()).isEqualTo(Status.RECEIVED);
    }
}
