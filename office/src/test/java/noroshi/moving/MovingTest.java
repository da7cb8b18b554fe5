package noroshi.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import noroshi.publishing.Content;
import org.junit.jupiter.api.Test;

class MovingTest extends MovingCase {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
            .getBytes(StandardCharsets.US_ASCII);

    private static byte[] page(String title, String body) {
        return ("<html><head><title>" + title + "</title></head><body>" + body + "</body></html>").getBytes(CP932);
    }

    private static byte[] town() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(
                "index.htm",
                "<frameset cols='20%,*'><frame src=menu.html name=menu><frame src=kurashi/mizu.html name=main></frameset>"
                        .getBytes(CP932));
        files.put("menu.html", page("メニュー", "<a href=kurashi/mizu.html>水道</a>"));
        files.put(
                "kurashi/mizu.html",
                page(
                        "水道",
                        "<h1>水道のお知らせ</h1><p>給水を始めます。<a href='../kurashi/gomi.HTML'>ごみ</a><a href=../file/a.pdf>計画</a></p><img src=../img/x.png alt=給水車><p>更新日：平成23年3月12日</p>"));
        files.put(
                "kurashi/gomi.html",
                page(
                        "ごみ",
                        "<h1>ごみの収集</h1><p>月曜に集めます。<a href=none.html>なし</a></p><img src=../img/x.png><p>更新日 2010年4月1日</p>"));
        files.put(
                "kurashi/gomi2.html",
                page(
                        "ごみ",
                        "<h1>ごみの収集</h1><p>月曜に集めます。<a href=none.html>なし</a></p><img src=../img/x.png><p>更新日 2010年4月1日</p>"));
        files.put("img/x.png", PNG);
        files.put("file/a.pdf", PDF);
        files.put("style.css", "p{}".getBytes(StandardCharsets.US_ASCII));
        files.put("old.doc", new byte[] {1, 2, 3});
        return zip(files);
    }

    private MovingJob read() {
        return moving.read(MIYAGI, "town.zip", town(), admin, clock.instant());
    }

    private MovingJob released(MovingJob job, int batch) {
        var outcome = moving.release.handle(
                new ReleaseMoving.Command(MIYAGI, job.id(), true, "試験", batch, admin, clock.instant()));
        assertThat(outcome).isEqualTo(new MovingOutcome.Done(job.id()));
        return moving.finished(MIYAGI, job.id());
    }

    private MovingJob undone(MovingJob job) {
        assertThat(moving.undo.handle(new UndoMoving.Command(MIYAGI, job.id(), admin, clock.instant())))
                .isEqualTo(new MovingOutcome.Done(job.id()));
        return moving.finished(MIYAGI, job.id());
    }

    /** Every row of every table but the record of acts, what waits for workers and the job's own, as text. */
    private Map<String, List<String>> tables() {
        var all = new TreeMap<String, List<String>>();
        tenancy.runEverywhere(() -> {
            var names = sql.sql("select tablename from pg_tables where schemaname = 'public' order by 1")
                    .query(String.class)
                    .list();
            for (var name : names)
                if (!name.matches("audit|outbox|care_due|moving_.*|flyway.*"))
                    all.put(
                            name,
                            sql.sql("select t::text from " + name + " t order by 1")
                                    .query(String.class)
                                    .list());
        });
        return all;
    }

    @Test
    void everyPageIsAccountedForAndNothingIsPublicBeforeTheRelease() {
        var before = tables();
        var job = read();

        assertThat(job.state()).isEqualTo(MovingState.READY);
        assertThat(tables()).isEqualTo(before);
        var counts = moving.counts(job);
        assertThat(counts.pages()).isEqualTo(5);
        assertThat(counts.waiting()).isZero();
        assertThat(counts.ready() + counts.findings() + counts.skipped() + counts.failed())
                .isEqualTo(5);
        assertThat(moving.page(job, "/index.htm").reason()).contains("フレームの外枠");
        assertThat(moving.page(job, "/menu.html").reason()).contains("フレームのメニュー");
        assertThat(moving.page(job, "/kurashi/gomi2.html").reason()).contains("同じ内容", "/kurashi/gomi.html");
        assertThat(moving.page(job, "/old.doc").state()).isEqualTo("failed");
        var water = moving.page(job, "/kurashi/mizu.html");
        assertThat(water.title()).isEqualTo("水道のお知らせ");
        assertThat(water.publicAt()).isEqualTo(Instant.parse("2011-03-11T15:00:00Z"));
        assertThat(water.body()).contains("給水を始めます。[ごみ](article:", "[計画](/media/", "![給水車](/media/");
        var waste = moving.page(job, "/kurashi/gomi.html");
        assertThat(waste.errors()).isPositive();
        assertThat(waste.findings()).anyMatch(finding -> finding.words().contains("none.html"));
    }

    @Test
    void aReleaseKeepsTheOldDatesAndLeadsOldAddressesOn() {
        var job = released(read(), 0);

        assertThat(job.state()).isEqualTo(MovingState.RELEASED);
        var page = moving.page(job, "/kurashi/mizu.html");
        long article = java.util.Objects.requireNonNull(page.article());
        tenancy.run(MIYAGI, () -> {
            var found = publicArticles.find(MIYAGI, article).orElseThrow();
            assertThat(found.article().firstPublicAt()).isEqualTo(Instant.parse("2011-03-11T15:00:00Z"));
            assertThat(found.media()).hasSize(2);
            assertThat(publicArticles.movedPages(MIYAGI))
                    .containsEntry("/kurashi/mizu.html", "/news/" + article)
                    .containsEntry("/index.htm", "/news/" + article)
                    .containsEntry("/index.html", "/news/" + article)
                    .containsEntry("/menu.html", "/news/" + article)
                    .containsKeys("/kurashi/gomi2.html", "/file/a.pdf", "/img/x.png")
                    .doesNotContainKey("/");
            assertThat(lists.place(MIYAGI, "series:news", article)).isEqualTo(2);
        });
        assertThat(announcedTopics()).doesNotContain("article.public");
    }

    @Test
    void undoingLeavesEveryTableAsItWas() {
        published("news", content("きょうのお知らせ"));
        published("news", content("あすのお知らせ"));
        var before = tables();

        var job = released(read(), 0);
        assertThat(tables()).isNotEqualTo(before);
        assertThat(tenancy.<Long>in(MIYAGI, () -> lists.place(MIYAGI, "site", 1)))
                .as("newer than the old pages")
                .isEqualTo(3);
        var undone = undone(job);

        assertThat(undone.state()).isEqualTo(MovingState.READY);
        assertThat(tables()).isEqualTo(before);
        // And once more, the same way.
        undone(released(undone, 0));
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void batchesComeOldestFirstAndAreUndoneTogether() {
        published("news", content("きょうのお知らせ"));
        var before = tables();
        var job = released(read(), 1);
        assertThat(job.state()).isEqualTo(MovingState.READY);
        assertThat(moving.page(job, "/kurashi/gomi.html").state()).isEqualTo("released");
        clock.advance(Duration.ofMinutes(1));

        job = released(job, 0);

        assertThat(job.state()).isEqualTo(MovingState.RELEASED);
        undone(job);
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void whatPeopleWorkedOnSinceStaysAndWhatCameSinceKeepsItsOrder() {
        var job = released(read(), 0);
        long article = java.util.Objects.requireNonNull(
                moving.page(job, "/kurashi/mizu.html").article());
        var moved = tenancy.in(MIYAGI, () -> articles.find(MIYAGI, article).orElseThrow());
        done(revise(moved, Content.of("直した題名", "", "直した本文"), noroshi.publishing.Change.update()));
        var since = published("news", content("後から"));

        var undone = undone(job);

        assertThat(undone.problem()).contains("1件");
        assertThat(moving.page(undone, "/kurashi/gomi.html").state()).isEqualTo("findings");
        tenancy.run(MIYAGI, () -> {
            assertThat(articles.find(MIYAGI, article)).isPresent();
            assertThat(publicArticles.movedPages(MIYAGI)).containsEntry("/kurashi/mizu.html", "/news/" + article);
            assertThat(lists.place(MIYAGI, "site", article)).isEqualTo(1);
            assertThat(lists.place(MIYAGI, "site", since.id())).isEqualTo(2);
        });
    }

    @Test
    void rulesSayWherePagesGoAndAreTriedFirst() {
        var job = read();
        var rules = List.of(
                new MovingRule(MovingRule.Field.PATH, "/kurashi/g", "memo", null, false),
                new MovingRule(MovingRule.Field.TEXT, "給水", null, "kouhou", false));
        var trial = tenancy.in(MIYAGI, () -> moving.desk.trial(job, rules));
        assertThat(trial.caught()).containsExactly(1, 1);

        moving.rules.handle(
                new ChangeMovingRules.Command(MIYAGI, job.id(), "press", null, rules, admin, clock.instant()));
        var sorted = moving.finished(MIYAGI, job.id());

        assertThat(moving.page(sorted, "/kurashi/gomi.html").series()).isEqualTo("memo");
        assertThat(moving.page(sorted, "/kurashi/mizu.html").series()).isEqualTo("press");
        assertThat(moving.page(sorted, "/kurashi/mizu.html").department()).isEqualTo("kouhou");
    }

    @Test
    void pagesWithErrorsComeAsDraftsUnlessAReasonIsTold() {
        var job = read();
        assertThat(moving.release.handle(
                        new ReleaseMoving.Command(MIYAGI, job.id(), true, " ", 0, admin, clock.instant())))
                .isInstanceOf(MovingOutcome.Refused.class);
        moving.release.handle(new ReleaseMoving.Command(MIYAGI, job.id(), false, "", 0, admin, clock.instant()));
        moving.finished(MIYAGI, job.id());

        long waste = java.util.Objects.requireNonNull(
                moving.page(job, "/kurashi/gomi.html").article());
        assertThat(tenancy.in(
                        MIYAGI,
                        () -> articles.find(MIYAGI, waste).orElseThrow().state().code()))
                .isEqualTo("draft");
    }

    @Test
    void onlyAnAdministratorMovesSitesAndOnlyAtHome() {
        assertThat(moving.start.handle(new StartMoving.Command(
                        MIYAGI,
                        "x",
                        "upload",
                        List.of(new StartMoving.File("a.zip", town())),
                        "",
                        "",
                        "news",
                        null,
                        10,
                        3,
                        author,
                        clock.instant())))
                .isInstanceOf(MovingOutcome.NotAllowed.class);
        var job = read();
        assertThat(moving.release.handle(
                        new ReleaseMoving.Command(MIYAGI, job.id(), false, "", 0, publisher, clock.instant())))
                .isInstanceOf(MovingOutcome.NotAllowed.class);
        assertThat(moving.undo.handle(new UndoMoving.Command(MIYAGI, job.id(), sendai, clock.instant())))
                .isInstanceOf(MovingOutcome.NotAllowed.class);
        assertThat(moving.start.handle(new StartMoving.Command(
                        MIYAGI, "x", "folder", List.of(), "/etc", "", "news", null, 10, 3, admin, clock.instant())))
                .isInstanceOf(MovingOutcome.Refused.class);
        assertThat(moving.start.handle(new StartMoving.Command(
                        MIYAGI,
                        "x",
                        "crawl",
                        List.of(),
                        "http://169.254.169.254/latest/",
                        "",
                        "news",
                        null,
                        10,
                        3,
                        admin,
                        clock.instant())))
                .isInstanceOf(MovingOutcome.Refused.class);
    }

    /** Taken apart it would need the memory that everybody shares, again and again. */
    @Test
    void aPageOfManyMegabytesIsToldAndNotTakenApart() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("a.html", page("水道", "<h1>水道</h1><p>給水を始めます。</p>"));
        files.put("b.html", page("大きい", "<b>あ".repeat(1_000_000)));
        var job = moving.read(MIYAGI, "large.zip", zip(files), admin, clock.instant());

        assertThat(job.state()).isEqualTo(MovingState.READY);
        assertThat(tenancy.in(MIYAGI, () -> moving.desk.pages(job, "failed", "", 0)))
                .singleElement()
                .satisfies(page -> {
                    assertThat(page.address()).isEqualTo("/b.html");
                    assertThat(page.reason()).contains("4,000,000バイト");
                });
    }

    @Test
    void whatCannotBeReadSaysSoAndLeavesNothing() {
        var broken = new byte[] {'P', 'K', 3, 4, 9, 9, 9, 9, 9};
        var job = moving.read(MIYAGI, "broken.zip", broken, admin, clock.instant());
        assertThat(job.state()).isEqualTo(MovingState.FAILED);
        assertThat(job.problem()).contains("ZIP");
        var entity =
                "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>&a;</title></item></channel></rss>";
        assertThat(moving.read(MIYAGI, "x.xml", entity.getBytes(StandardCharsets.UTF_8), admin, clock.instant())
                        .state())
                .isEqualTo(MovingState.FAILED);
        moving.discard.handle(new DiscardMoving.Command(MIYAGI, job.id(), admin, clock.instant()));
        assertThat(moving.job(MIYAGI, job.id()).state()).isEqualTo(MovingState.DISCARDED);
    }
}
