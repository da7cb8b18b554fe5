package noroshi.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import noroshi.letter.Letter;
import noroshi.letter.LetterId;
import noroshi.letter.Receipt;
import noroshi.letter.Reply;
import noroshi.platform.Event;
import noroshi.snapshot.Key;
import noroshi.snapshot.Part;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;
import org.junit.jupiter.api.Test;

class RepliesTest extends LettersTest {

    private final Replies replies = new Replies(sql, outbox, clock);
    private final Map<Key, Timeline<Value>> snapshot = new TreeMap<>(Comparator.comparing(Key::path));

    {
        listeners.add(new ReplyListener(replies, tenancy, snapshot::putAll));
    }

    private Letter letter() {
        var receipt = Receipt.issue(clock.instant(), new Random(1));
        return new Letter(
                LetterId.next(clock.instant(), new Random(1)),
                MIYAGI,
                "inquiry",
                clock.instant(),
                Map.of(),
                receipt.number(),
                receipt.code());
    }

    @Test
    void onlyTheHolderOfTheCodeReadsTheReply() {
        var letter = letter();
        tenancy.run(MIYAGI, () -> replies.answer(letter, "<p>受付</p>"));
        deliverAnnouncements();

        var path = Reply.path(letter.receiptCode());
        var closed = closed(MIYAGI, path);
        assertThat(new String(closed, UTF_8)).doesNotContain("受付");
        assertThat(new String(Reply.open(letter.receiptCode(), closed), UTF_8)).isEqualTo("<p>受付</p>");
    }

    private byte[] closed(String site, String path) {
        var page = (Value.Page)
                Objects.requireNonNull(snapshot.get(Key.of(site, path))).at(clock.instant());
        return ((Part.Piece) page.parts().getFirst()).fragment().plain();
    }

    @Test
    void aSiteBuiltAnewHasItsReplies() {
        var letter = letter();
        tenancy.run(MIYAGI, () -> replies.answer(letter, "受付"));
        deliverAnnouncements();
        snapshot.clear();
        tenancy.run(MIYAGI, () -> outbox.announce(MIYAGI, new Event("site.built", MIYAGI, Map.of())));
        deliverAnnouncements();

        assertThat(snapshot).hasSize(1);
    }

    @Test
    void aRenewedReplyStandsInTheSamePlace() {
        var letter = letter();
        tenancy.run(MIYAGI, () -> replies.answer(letter, "受付"));

        boolean renewed = tenancy.in(MIYAGI, () -> replies.renew(MIYAGI, letter.receiptNumber(), "回答済"));

        assertThat(renewed).isTrue();
        var all = tenancy.in(MIYAGI, () -> replies.list(MIYAGI));
        assertThat(all).hasSize(1);
        assertThat(new String(Reply.open(letter.receiptCode(), all.getFirst().closed()), UTF_8))
                .isEqualTo("回答済");
    }

    @Test
    void anotherGovernmentFindsNoReply() {
        var letter = letter();
        tenancy.run(MIYAGI, () -> replies.answer(letter, "受付"));

        boolean renewed = tenancy.in(SENDAI, () -> replies.renew(MIYAGI, letter.receiptNumber(), "盗み見"));
        assertThat(renewed).isFalse();
    }
}
