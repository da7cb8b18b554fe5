package noroshi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A messy old site moves in while the office is killed again and again; then everything is there once, and undone it was never there. */
@ExtendWith(WithDemonstration.class)
class MovingTest {

    private static final String TOWN = "043621";
    private static final int PAGES = Integer.getInteger("noroshi.moving.pages", 120);
    private static final int KILLS = 2;
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final List<String> TABLES = List.of(
            "article",
            "edition",
            "edition_media",
            "media",
            "publication",
            "approval",
            "listing",
            "list_end",
            "moved_page",
            "site_place",
            "series");

    @Test
    void aMessySiteMovesInThroughKillsAndOutAgain(Demonstration demonstration) throws Exception {
        var folder = demonstration.data().resolve("moving/old-town");
        var made = OldSite.write(folder, PAGES, 20110311);
        try (var http = new Http()) {
            var walk = new MovingWalk(demonstration, http, TOWN);
            walk.signIn();
            var ledger = new Ledger(demonstration);
            var before = tables(ledger);
            var job = walk.start("古い町のサイト", folder, "http://www.town.yamamoto.example.jp");
            kill(demonstration, http, walk);
            walk.await(job, "確認待ち", LONG);
            assertThat(tables(ledger))
                    .as("nothing is public before the release")
                    .isEqualTo(before);
            walk.release(job, 0);
            demonstration.kill("office");
            Demonstration.await("the office is back", LONG, () -> isBack(http, demonstration));
            walk.signIn();
            walk.await(job, "公開済み", LONG);

            var lines = walk.report(job);
            assertThat(MovingWalk.results(lines).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(made.pages());
            Demonstration.await("the site is built", LONG, () -> leads(walk, lines));
            var read = walk.read(lines);
            assertThat(read.brokenLinks()).isEmpty();
            assertThat(read.lostAddresses())
                    .as("only the empty page leads nowhere")
                    .hasSize(1)
                    .allMatch(lost -> lost.startsWith("/kara.html"));
            System.out.println("moved in: " + MovingWalk.results(lines) + ", " + read.links() + " links, "
                    + read.redirects() + " redirects");

            undo(walk, job, lines, before, ledger);
            walk.act(job, "discard");
        } finally {
            WithDemonstration.delete(folder);
        }
        assertThat(Files.exists(folder)).isFalse();
    }

    private static void kill(Demonstration demonstration, Http http, MovingWalk walk) throws Exception {
        for (int i = 0; i < KILLS; i++) {
            LockSupport.parkNanos(Duration.ofMillis(250 + 400L * i).toNanos());
            demonstration.kill("office");
            Demonstration.await("the office is back", LONG, () -> isBack(http, demonstration));
            walk.signIn();
        }
    }

    private static void undo(
            MovingWalk walk, String job, List<MovingWalk.Line> lines, Map<String, List<String>> before, Ledger ledger)
            throws Exception {
        walk.act(job, "undo");
        walk.await(job, "確認待ち", LONG);
        assertThat(tables(ledger)).isEqualTo(before);
        Demonstration.await("nothing is left at the beacon", LONG, () -> isGone(walk, lines));
    }

    private static Map<String, List<String>> tables(Ledger ledger) throws Exception {
        var all = new java.util.TreeMap<String, List<String>>();
        // site_place is written by the builder, some moments after the others.
        for (var table : TABLES)
            if (!table.equals("site_place"))
                all.put(
                        table,
                        ledger.rows("select md5(t::text) from " + table + " t where government = '" + TOWN
                                + "' order by 1"));
        return all;
    }

    private static boolean isBack(Http http, Demonstration demonstration) {
        try {
            return http.get(demonstration.officeUrl() + "/health").status() == 200;
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private static boolean leads(MovingWalk walk, List<MovingWalk.Line> lines) {
        try {
            return walk.read(lines.subList(Math.max(0, lines.size() - 5), lines.size())).lostAddresses().stream()
                            .allMatch(lost -> lost.startsWith("/kara.html"))
                    && walk.read(lines.subList(0, 5)).brokenLinks().isEmpty();
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private static boolean isGone(MovingWalk walk, List<MovingWalk.Line> lines) {
        try {
            return walk.status404(lines)
                    == lines.stream().filter(line -> line.kind().equals("ページ")).count();
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
