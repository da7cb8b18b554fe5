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

    /** Each of another wish: the same one is not asked again on the day. */
    static final int CONFIRMATIONS_PER_DAY_MAX = 3;

    private final SubscriberStore subscribers;
    private final Wishes wishes;
    private final TokenStore tokens;
    private final Dispatches dispatches;
    private final Choices choices;
    private final Directory directory;
    private final Tenancy tenancy;
    private final InstantSource clock;

    Subscriptions(
            SubscriberStore subscribers,
            Wishes wishes,
            TokenStore tokens,
            Dispatches dispatches,
            Choices choices,
            Directory directory,
            Tenancy tenancy,
            InstantSource clock) {
        this.subscribers = subscribers;
        this.wishes = wishes;
        this.tokens = tokens;
        this.dispatches = dispatches;
        this.choices = choices;
        this.directory = directory;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * First half: asks the address by a mail that shows the wish. Each mail's link confirms what that mail showed, so nobody
     * widens another's wish by asking for their address again. Someone who is subscribed already keeps what they have until
     * they confirm. False when nothing of what was chosen exists (any more): never are all meant then.
     */
    public boolean ask(String government, MailAddress address, Interests wish) {
        return tenancy.in(government, () -> {
            var known = choices.known(government, wish);
            if (known.isEmpty()) return false;
            var now = clock.instant();
            var today = LocalDate.ofInstant(now, Time.JAPAN);
            var subscriber = subscribers.asking(government, address, now);
            var asked = wishes.today(government, subscriber.id(), today);
            if (asked.size() >= CONFIRMATIONS_PER_DAY_MAX || asked.contains(new Wishes.Asked(known.get(), true)))
                return true;
            var draft = confirmation(government, subscriber, known.get(), today, asked.size() + 1);
            if (dispatches.one(government, draft, subscriber.id(), address)
                    instanceof Dispatches.Told.Queued(long sent))
                wishes.add(government, sent, subscriber.id(), today, known.get());
            return true;
        });
    }

    /** Second half. False when the token is unknown, used, or was too old when the resident pressed the button. */
    public boolean confirm(String government, String token, Instant pressed) {
        var hash = Tokens.hash(token);
        return tenancy.in(government, () -> {
            var subscriber = tokens.subscriber(government, hash, TokenStore.Purpose.CONFIRMATION, pressed);
            if (subscriber.isEmpty()) return false;
            var shown = wishes.take(government, hash, pressed);
            if (shown.isEmpty()) return false;
            tokens.use(government, hash, pressed);
            subscribers.confirm(government, subscriber.getAsLong(), shown.get(), pressed);
            return true;
        });
    }

    /** Ends the subscription at once: mails still in the queue are dropped when their turn comes. */
    public boolean end(String government, String token, Instant pressed) {
        var hash = Tokens.hash(token);
        return tenancy.in(government, () -> {
            var subscriber = tokens.subscriber(government, hash, TokenStore.Purpose.UNSUBSCRIPTION, pressed);
            if (subscriber.isEmpty() || !subscribers.end(government, subscriber.getAsLong(), pressed)) return false;
            wishes.close(government, subscriber.getAsLong(), pressed);
            return true;
        });
    }

    /** For those whose consent is known already: an import, or the demonstration. Existing subscribers stay as they are. */
    public void addConfirmed(String government, MailAddress address, Interests interests) {
        tenancy.run(government, () -> subscribers.addConfirmed(government, address, interests, clock.instant()));
    }

    private Dispatch.Draft confirmation(
            String government, Subscriber subscriber, Interests wish, LocalDate today, int number) {
        var name = directory.getGovernment(government).name();
        return new Dispatch.Draft(
                "confirmation:%d:%s:%d".formatted(subscriber.id(), today, number),
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

                このメールのページで登録されるのは、上の内容だけです。内容を変えてお申し込みになったときは、それぞれのメールでお知らせします。

                お心当たりがないときは、何もせず、このメールを削除してください。登録されることはありません。
                """.formatted(name, Dispatch.LINK, choices.inWords(government, wish)),
                null,
                Marks.NONE);
    }
}
