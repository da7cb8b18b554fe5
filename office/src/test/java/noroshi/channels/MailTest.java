package noroshi.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import noroshi.publishing.Content;
import noroshi.publishing.Marks;
import org.junit.jupiter.api.Test;

class MailTest extends ChannelsTest {

    private MailSink.Taken mailed(String title) {
        subscribed(MIYAGI, "a@example.jp", Set.of(), Set.of());
        news(title);
        deliverAnnouncements();
        sendAll();
        return sink.taken.getLast();
    }

    @Test
    void aMailSpeaksInPlainTextAndInHtml() {
        var mail = mailed("給水所のお知らせ");

        assertThat(plain(mail))
                .contains("給水所のお知らせ", "大切", "役場", "https://www.example.jp/040002/news/")
                .doesNotContain("**", "<p>");
        assertThat(html(mail)).contains("<strong>大切</strong>", "<table", "https://www.example.jp/040002/l/news/");
    }

    @Test
    void addressesInTheTextAreComplete() {
        assertThat(html(mailed("お知らせ"))).contains("href=\"https://www.example.jp/040002/news/1\"");
    }

    @Test
    void inPlainTextAnAddressStandsOnItsOwnLine() {
        assertThat(plain(mailed("お知らせ"))).containsPattern("詳しく\\R+https://www.example.jp/040002/news/1\\R");
    }

    @Test
    void aLinkToAnotherArticleLeadsToItsPage() {
        subscribed(MIYAGI, "a@example.jp", Set.of(), Set.of());
        var other = news("先の記事");
        published("news", Content.of("続き", "", "[先の記事](article:%d)と[ない記事](article:999)".formatted(other.id())));
        deliverAnnouncements();
        sendAll();

        assertThat(html(sink.taken.getLast()))
                .contains("href=\"https://www.example.jp/040002/news/%d\"".formatted(other.id()), "ない記事")
                .doesNotContain("article:");
    }

    @Test
    void oneClickEndsASubscription() {
        var mail = mailed("お知らせ");

        assertThat(header(mail, "List-Unsubscribe"))
                .matches("<https://www.example.jp/040002/unsubscribe\\?t=[A-Za-z0-9_-]{22,}>");
        assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(header(mail, "List-Id")).contains("<news.040002.pref.miyagi.example>");
        assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
    }

    @Test
    void aTitleCannotStartAnotherHeader() {
        dispatches.person(
                MIYAGI,
                DispatchKind.ANSWER,
                "answer:1",
                address("a@example.jp"),
                "回答\r\nBcc: victim@example.jp\u2028X: y",
                "本文");
        sendAll();

        assertThat(header(sink.taken.getFirst(), "Bcc")).isEmpty();
        assertThat(header(sink.taken.getFirst(), "Subject")).isEqualTo("【宮城県】回答 Bcc: victim@example.jp X: y");
        assertThat(sink.recipients()).containsExactly("a@example.jp");
    }

    @Test
    void scriptInATextStaysText() {
        dispatches.person(
                MIYAGI,
                DispatchKind.ANSWER,
                "answer:1",
                address("a@example.jp"),
                "<script>alert(1)</script>",
                "<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![図](https://tracker.example/1.png)");
        sendAll();

        assertThat(html(sink.taken.getFirst()))
                .doesNotContain("<script", "href=\"javascript", "<img", "tracker")
                .contains("x 図");
    }

    @Test
    void anAnswerToOnePersonIsNoListMail() {
        dispatches.person(MIYAGI, DispatchKind.ANSWER, "answer:1", address("a@example.jp"), "回答", "本文");
        sendAll();

        assertThat(header(sink.taken.getFirst(), "List-Unsubscribe")).isEmpty();
        assertThat(plain(sink.taken.getFirst())).doesNotContain("配信を止める");
    }

    @Test
    void aDrillSaysSoInSubjectAndText() {
        subscribed(MIYAGI, "a@example.jp", Set.of(), Set.of());
        dispatches.alert(MIYAGI, List.of(), "津波警報", "訓練の本文", Marks.DRILL.code(), "/", "1");
        sendAll();

        assertThat(header(sink.taken.getFirst(), "Subject")).isEqualTo("【宮城県】【訓練】【緊急】津波警報");
        assertThat(plain(sink.taken.getFirst())).startsWith("＊ これは訓練です。");
        assertThat(html(sink.taken.getFirst())).contains("これは訓練です。");
    }

    @Test
    void anOldAddressWithDotsAnywhereIsReached() {
        dispatches.person(MIYAGI, DispatchKind.ANSWER, "answer:1", address("foo..bar.@docomo.example"), "回答", "本文");
        sendAll();

        assertThat(sink.recipients()).containsExactly("\"foo..bar.\"@docomo.example");
    }
}
