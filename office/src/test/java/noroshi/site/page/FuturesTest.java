package noroshi.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import noroshi.snapshot.Key;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;
import org.junit.jupiter.api.Test;

class FuturesTest {

    private static final Instant NOON = Instant.parse("2026-03-11T03:00:00Z");
    private static final DemoFacts DEMO = new DemoFacts();
    private static final SiteFacts SITE = DEMO.site("040002");

    @Test
    void equalNeighboursAreOneStep() {
        var timeline = Futures.of(NOON, List.of(at(60), at(120), at(180)), at -> at.isBefore(at(120)) ? "a" : "b");

        assertThat(timeline.steps())
                .containsExactly(new Timeline.Step<>(Instant.EPOCH, "a"), new Timeline.Step<>(at(120), "b"));
    }

    @Test
    void whatIsPastMakesNoStep() {
        assertThat(Futures.of(NOON, List.of(NOON, at(-60), Instant.EPOCH, Instant.MAX), at -> at)
                        .steps())
                .hasSize(1);
    }

    @Test
    void aPromiseIsNeverKeptTooEarly() {
        var opens = NOON.plusNanos(1_500_000);

        var timeline = Futures.of(NOON, List.of(opens), at -> !at.isBefore(opens));

        assertThat(timeline.at(NOON.plusMillis(1))).isFalse();
        assertThat(timeline.at(NOON.plusMillis(2))).isTrue();
    }

    @Test
    void anArticleAppearsAndLeavesByTheClock() {
        var pages = build(new Window(at(60), at(120)), null);

        assertThat(pages.at(NOON)).isInstanceOf(Value.Absent.class);
        assertThat(pages.at(at(59))).isInstanceOf(Value.Absent.class);
        assertThat(pages.at(at(60))).isInstanceOf(Value.Page.class);
        assertThat(pages.at(at(120))).isInstanceOf(Value.Absent.class);
        assertThat(pages.steps()).hasSize(3);
    }

    @Test
    void anEventSaysByItselfThatItIsOver() {
        var pages = build(Window.ALWAYS, new EventFacts(at(60), at(120), "県庁"));

        assertThat(text(pages.at(NOON))).contains("県庁").doesNotContain("終了しました");
        assertThat(text(pages.at(at(119)))).doesNotContain("終了しました");
        assertThat(text(pages.at(at(120)))).contains("終了しました");
    }

    @Test
    void listsFollowTheClockToo() {
        var open = entry(1, Window.ALWAYS);
        var promised = entry(2, new Window(at(60), at(120)));
        var list = new ListFacts(new Listing.Site(), List.of(promised, open), 2);

        var page = new ListPages(SITE, Press.PLAIN, NOON).newest(list).get(Key.of("040002", "/p/"));
        var feed = new Feeds(SITE, Press.PLAIN, NOON).build(list).get(Key.of("040002", "/feed.xml"));

        for (var timeline : List.of(page, feed)) {
            assertThat(text(timeline.at(NOON))).contains("記事1").doesNotContain("記事2");
            assertThat(text(timeline.at(at(60)))).contains("記事1", "記事2");
            assertThat(text(timeline.at(at(120)))).contains("記事1").doesNotContain("記事2");
        }
    }

    @Test
    void anEmergencyEndsByTheClock() {
        var alert =
                new Alert(5, "大津波警報", "宮城県", "逃げてください", "040002", "/emergency/1", "", NOON, new Window(NOON, at(60)));

        var slots = new SlotPages(SITE, Press.PLAIN).alerts(List.of(alert), NOON);

        assertThat(slots).hasSize(6);
        slots.forEach((name, timeline) -> {
            assertThat(timeline.at(NOON)).as(name).isNotEmpty();
            assertThat(timeline.at(at(60))).as(name).isEmpty();
        });
    }

    private static EntryFacts entry(long id, Window window) {
        return new EntryFacts(id, SITE.series().getFirst(), id, "記事" + id, "", "", NOON, NOON, null, null, window);
    }

    private static Timeline<Value> build(Window window, @org.jspecify.annotations.Nullable EventFacts event) {
        var article = new ArticleFacts(
                7,
                SITE.series().getFirst(),
                "題",
                "",
                "本文",
                List.of(),
                List.of(),
                null,
                event,
                null,
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                "",
                NOON,
                NOON,
                window,
                List.of(),
                List.of());
        return java.util.Objects.requireNonNull(new ArticlePages(SITE, Press.PLAIN, NOON)
                .build(article, Variant.FULL)
                .get(Key.of("040002", "/news/7")));
    }

    static String text(Value value) {
        var text = new StringBuilder();
        if (value instanceof Value.Page page)
            for (var part : page.parts())
                if (part instanceof noroshi.snapshot.Part.Piece(var fragment))
                    text.append(new String(fragment.plain(), java.nio.charset.StandardCharsets.UTF_8));
        return text.toString();
    }

    private static Instant at(int seconds) {
        return NOON.plusSeconds(seconds);
    }
}
