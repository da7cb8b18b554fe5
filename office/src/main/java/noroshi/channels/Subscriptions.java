package noroshi.channels;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import noroshi.people.Directory;
import noroshi.platform.Lane;
import noroshi.platform.Tenancy;
import noroshi.platform.Time;
import noroshi.publishing.Marks;
import org.springframework.stereotype.Component;

/**
 * The double opt-in and its end. Whatever is asked, the answer outside is the same, so nobody learns who is subscribed.
 */
@Component
public final class Subscriptions {

    private final SubscriberStore subscribers;
    private final TokenStore tokens;
    private final Dispatches dispatches;
    private final Choices choices;
    private final Directory directory;
    private final Tenancy tenancy;
    private final InstantSource clock;

    Subscriptions(
            SubscriberStore subscribers,
            TokenStore tokens,
            Dispatches dispatches,
            Choices choices,
            Directory directory,
            Tenancy tenancy,
            InstantSource clock) {
        this.subscribers = subscribers;
        this.tokens = tokens;
        this.dispatches = dispatches;
        this.choices = choices;
        this.directory = directory;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * First half: writes the wish down and asks the address by mail, once a day at most; the latest wish of the day counts.
     * Someone who is subscribed already keeps what they have until they confirm.
     */
    public void ask(String government, MailAddress address, Interests wish) {
        tenancy.run(government, () -> {
            var now = clock.instant();
            var known = choices.known(government, wish);
            var subscriber = subscribers.wish(government, address, known, now);
            dispatches.one(government, confirmation(government, subscriber, known, now), subscriber.id(), address);
        });
    }

    /** Second half. False when the token is unknown, used, or was too old when the resident pressed the button. */
    public boolean confirm(String government, String token, Instant pressed) {
        var hash = Tokens.hash(token);
        return tenancy.in(government, () -> {
            var subscriber = tokens.subscriber(government, hash, TokenStore.Purpose.CONFIRMATION, pressed);
            if (subscriber.isEmpty()) return false;
            tokens.use(government, hash, pressed);
            return subscribers.confirm(government, subscriber.getAsLong(), pressed);
        });
    }

    /** Ends the subscription at once: mails still in the queue are dropped when their turn comes. */
    public boolean end(String government, String token, Instant pressed) {
        var hash = Tokens.hash(token);
        return tenancy.in(government, () -> {
            var subscriber = tokens.subscriber(government, hash, TokenStore.Purpose.UNSUBSCRIPTION, pressed);
            return subscriber.isPresent() && subscribers.end(government, subscriber.getAsLong(), pressed);
        });
    }

    /** For those whose consent is known already: an import, or the demonstration. Existing subscribers stay as they are. */
    public void addConfirmed(String government, MailAddress address, Interests interests) {
        tenancy.run(government, () -> subscribers.addConfirmed(government, address, interests, clock.instant()));
    }

    private Dispatch.Draft confirmation(String government, Subscriber subscriber, Interests wish, Instant now) {
        var name = directory.getGovernment(government).name();
        var today = LocalDate.ofInstant(now, Time.JAPAN);
        return new Dispatch.Draft(
                "confirmation:%d:%s".formatted(subscriber.id(), today),
                DispatchKind.CONFIRMATION,
                Lane.ORDINARY,
                null,
                null,
                null,
                name,
                Subject.of(name, Marks.NONE, false, "メール配信の登録を確認してください"),
                """
                %sのメール配信への登録を受け付けました。まだ登録は終わっていません。

                次のページを開き、「登録を確定する」を押してください。押すまで、メールはお送りしません。

                [登録を確定するページ](%s)

                このページは、このメールの送信から48時間お使いいただけます。

                ## お申し込みの内容

                %s

                お心当たりがないときは、何もせず、このメールを削除してください。登録されることはありません。
                """.formatted(name, Dispatch.LINK, choices.inWords(government, wish)),
                null,
                Marks.NONE);
    }
}
