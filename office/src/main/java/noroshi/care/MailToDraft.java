package noroshi.care;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import noroshi.channels.DispatchKind;
import noroshi.channels.Dispatches;
import noroshi.channels.MailAddress;
import noroshi.people.OfficerAccounts;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.publishing.AddMedia;
import noroshi.publishing.Content;
import noroshi.publishing.MediaFact;
import noroshi.publishing.Outcome;
import noroshi.publishing.WriteArticle;
import org.springframework.stereotype.Component;

/** Makes a draft of an officer's mail and answers what became of it; all in one transaction, so that a mail is a draft once or waits. */
@Component
class MailToDraft {

    private final MailIn mails;
    private final Tenancy tenancy;
    private final OfficerAccounts accounts;
    private final WriteArticle writeArticle;
    private final AddMedia addMedia;
    private final Dispatches dispatches;
    private final Audit audit;

    MailToDraft(
            MailIn mails,
            Tenancy tenancy,
            OfficerAccounts accounts,
            WriteArticle writeArticle,
            AddMedia addMedia,
            Dispatches dispatches,
            Audit audit) {
        this.mails = mails;
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.writeArticle = writeArticle;
        this.addMedia = addMedia;
        this.dispatches = dispatches;
        this.audit = audit;
    }

    /** Handles one mail; false when none waits. */
    boolean step(Instant now) {
        var id = new long[1];
        try {
            return tenancy.everywhere(() -> {
                var mail = mails.take();
                mail.ifPresent(waiting -> id[0] = waiting.id());
                mail.ifPresent(waiting -> handle(waiting, now));
                return mail.isPresent();
            });
        } catch (RuntimeException e) {
            if (id[0] != 0) tenancy.runEverywhere(() -> mails.failed(id[0]));
            throw e;
        }
    }

    private record Made(long article, String outcome, String told) {}

    private void handle(MailIn.Waiting mail, Instant now) {
        var address = mail.address();
        var account = accounts.find(address.government(), address.officer());
        if (account.isEmpty() || !account.get().active()) {
            mails.done(mail, 0, "この職員は利用を停止しています", now);
            return;
        }
        MailReading reading;
        try {
            reading = MailReading.of(mail.raw());
        } catch (MailReading.Unreadable e) {
            finish(
                    mail,
                    account.get(),
                    "メール",
                    new Made(0, "読めないメールでした", "メールの形式を読み取れませんでした。本文を書き直して送るか、庁内の画面で書いてください。"),
                    now);
            return;
        }
        if (reading.automatic()) {
            mails.done(mail, 0, "自動で送られたメールでした", now);
            return;
        }
        if (!reading.from().equalsIgnoreCase(account.get().email())) {
            // No answer to a stranger, and none to the officer either: it would be a way to send them mail.
            mails.done(mail, 0, "差出人が職員のアドレスではありません", now);
            audit.record(
                    address.government(),
                    null,
                    "mail.refused",
                    "officer:" + account.get().officer().login(),
                    "差出人が違います");
            return;
        }
        finish(mail, account.get(), reading.subject(), made(mail, account.get(), reading, now), now);
    }

    private Made made(MailIn.Waiting mail, OfficerAccounts.Account account, MailReading reading, Instant now) {
        var government = mail.address().government();
        var body = new StringBuilder(MailText.of(reading));
        var notes = new ArrayList<String>();
        var attachments = new ArrayList<String>();
        int pictures = 0;
        for (var file : reading.files()) {
            var alt = "「%s」の写真%d".formatted(reading.subject().strip(), ++pictures);
            var added = addMedia.handle(
                    new AddMedia.Command(government, file.name(), file.content(), alt, "", account.officer(), now));
            switch (added) {
                case AddMedia.Outcome.Refused(var field, var reason) ->
                    notes.add("%s：%s".formatted(file.name(), reason));
                case AddMedia.Outcome.Added(var media) -> {
                    if (media.kind() == MediaFact.Kind.ATTACHMENT) attachments.add(media.hash());
                    else {
                        body.append("\n\n![%s](%s)".formatted(alt.replaceAll("[\\[\\]\\\\]", ""), media.path()));
                        notes.add("%s：写真の代替テキストを、写っている内容に書き直してください。".formatted(file.name()));
                    }
                }
            }
        }
        var department = account.officer().department();
        var content = Content.of(title(reading), "", body.toString().strip())
                .withDepartment(department.isEmpty() ? null : department)
                .withAttachments(attachments);
        return written(
                writeArticle.handle(
                        new WriteArticle.Command(government, mail.address().series(), content, account.officer(), now)),
                notes);
    }

    private static String title(MailReading reading) {
        var subject = reading.subject().strip();
        return subject.isEmpty() ? "（件名のないメール）" : cut(subject);
    }

    private static Made written(Outcome outcome, List<String> notes) {
        return switch (outcome) {
            case Outcome.Done done -> new Made(done.article().id(), "下書きにしました", told(notes));
            case Outcome.Invalid invalid ->
                new Made(
                        0,
                        "内容に直すところがありました",
                        invalid.problems().stream()
                                .map(Outcome.Problem::message)
                                .collect(Collectors.joining("\n")));
            case Outcome.NotAllowed(var reason) -> new Made(0, "権限がありませんでした", reason);
            case Outcome.Missing(var what) -> new Made(0, "媒体が見つかりませんでした", what);
            case Outcome.Flawed flawed -> throw new IllegalStateException("A draft passes no gate.");
            case Outcome.Overtaken overtaken -> throw new IllegalStateException("A new article cannot be overtaken.");
        };
    }

    private static String told(List<String> notes) {
        return notes.isEmpty() ? "添付ファイルも含めて、すべて取り込みました。" : String.join("\n", notes);
    }

    private static String cut(String title) {
        return title.length() <= Content.TITLE_CHARACTERS_MAX
                ? title
                : title.substring(0, Content.TITLE_CHARACTERS_MAX - 1) + "…";
    }

    private void finish(MailIn.Waiting mail, OfficerAccounts.Account account, String subject, Made made, Instant now) {
        var government = mail.address().government();
        mails.done(mail, made.article(), made.outcome(), now);
        audit.record(
                government,
                account.officer().id(),
                made.article() == 0 ? "mail.refused" : "mail.taken",
                made.article() == 0 ? "officer:" + account.officer().login() : "article:" + made.article(),
                made.outcome());
        MailAddress.parse(account.email())
                .ifPresent(to -> dispatches.person(
                        government,
                        DispatchKind.ACKNOWLEDGEMENT,
                        "mail-in:" + mail.id(),
                        to,
                        (made.article() == 0 ? "下書きにできませんでした：" : "下書きにしました：") + subject,
                        answer(made)));
    }

    private static String answer(Made made) {
        var head = made.article() == 0
                ? "お送りいただいたメールから下書きを作れませんでした。"
                : "お送りいただいたメールを下書き（記事%d）にしました。庁内の画面で確かめ、承認を依頼してください。".formatted(made.article());
        return head + "\n\n"
                + made.told()
                        .lines()
                        .map(line -> "- " + line.replaceAll("([\\\\`*_\\[\\]<>#])", "\\\\$1"))
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse("")
                + "\n";
    }
}
