package noroshi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import noroshi.people.Directory;
import noroshi.people.SignIn;
import noroshi.platform.RunningOffice;
import noroshi.platform.Tenancy;
import noroshi.publishing.Articles;
import noroshi.publishing.PublicArticles;
import noroshi.publishing.PublicLists;
import noroshi.publishing.PublishGate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DemonstrationTest {

    private static final String MIYAGI = "040002";

    private final RunningOffice office = RunningOffice.instance();
    private final Tenancy tenancy = office.bean(Tenancy.class);
    private final JdbcClient sql = office.bean(JdbcClient.class);

    @Test
    void allGovernmentsOfMiyagiAreThereWithAFewHundredArticles() {
        assertThat(tenancy.in(MIYAGI, () -> office.bean(Directory.class).listGovernments()))
                .hasSize(36);
        assertThat(count("select count(*) from article")).isGreaterThan(300);
        assertThat(count("select count(distinct government) from article")).isEqualTo(36);
    }

    @Test
    void listsCountFromTheOldest() {
        assertThat(count("""
                        select count(*) from (
                            select a.first_public_at, lag(a.first_public_at) over (partition by l.government, l.list
                                                                                   order by l.position) before
                              from listing l join article a on a.government = l.government and a.id = l.article
                             where a.created_at < :filled) x
                         where before > first_public_at
                        """.replace(":filled", "(select min(at) from audit where act = 'token.issued')")))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from list_end e where position < (select max(position) from listing l where l.government = e.government and l.list = e.list)"))
                .isZero();
    }

    @Test
    void correctionsImagesDatedAndScheduledArticlesAreAmongThem() {
        assertThat(count("select count(*) from edition where correction <> ''")).isPositive();
        assertThat(count("select count(*) from edition where image is not null"))
                .isPositive();
        assertThat(count("select count(*) from edition where event_starts_at is not null"))
                .isPositive();
        assertThat(count("select count(*) from article where state = 'scheduled'"))
                .isPositive();
        assertThat(
                        count(
                                "select count(*) from edition where body like '%{{%' or summary like '%{{%' or body ~ 'article:[a-z]'"))
                .isZero();
    }

    @Test
    void noArticleHasAnErrorThatTheChecksWouldStop() {
        var gate = office.bean(PublishGate.class);
        var articles = office.bean(Articles.class);
        var governments = tenancy.in(MIYAGI, () -> office.bean(Directory.class).listGovernments());
        var flawed = new ArrayList<String>();
        for (var government : governments)
            tenancy.run(
                    government.code(),
                    () -> articles.list(government.code(), Articles.Question.everything(), 1_000).stream()
                            .filter(row ->
                                    office.isOfDemonstration(row.article().id()))
                            .forEach(row -> gate.flaws(
                                            government.code(), row.newest().content())
                                    .forEach(flaw -> flawed.add(government.code() + " "
                                            + row.newest().title() + ": " + flaw))));

        assertThat(flawed).isEmpty();
    }

    @Test
    void aLoadedArticleLooksAsIfItHadGoneTheWholeWay() {
        var newest = tenancy.in(MIYAGI, () -> office.bean(PublicLists.class)
                .places(MIYAGI, "site", 1, 1)
                .getFirst());

        assertThat(tenancy.in(MIYAGI, () -> office.bean(Articles.class).history(MIYAGI, newest.article())))
                .extracting(Articles.Act::act)
                .startsWith("article.written", "article.review-requested", "article.approved", "article.published");
        assertThat(tenancy.in(MIYAGI, () -> office.bean(PublicArticles.class)
                        .find(MIYAGI, newest.article())
                        .orElseThrow()
                        .lists()))
                .contains("site", "series:" + newest.series());
    }

    @Test
    void theShownSignInsWork() {
        var words = office.signIns().stream()
                .filter(line -> line.startsWith("sato "))
                .findFirst()
                .orElseThrow()
                .split(" ");

        assertThat(office.bean(SignIn.class).handle(words[0], words[1], Instant.now()))
                .isInstanceOf(SignIn.Attempt.Accepted.class);
        assertThat(words[2]).isEqualTo("作成者");
    }

    @Test
    void secretsAreReadableByTheirOwnerAlone() throws IOException {
        for (var file : List.of("demo-token", "demo-signins.txt"))
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(office.data().resolve(file))))
                    .isEqualTo("rw-------");
    }

    @Test
    void datesInTextsAreWordsCountedFromTheDayOfFilling() {
        var day = new DayOfFilling(LocalDate.of(2026, 11, 22));

        assertThat(day.dated("{{+12d}}、{{+12d Y}}、{{-30d M}}、{{-30d YM}}"))
                .isEqualTo("12月4日（金曜日）、令和8年12月4日（金曜日）、10月、令和8年10月");
        assertThat(day.instant("-3d 09:00")).isEqualTo(Instant.parse("2026-11-19T00:00:00Z"));
    }

    @Test
    void cherryBlossomsStayInApril() {
        var day = new DayOfFilling(LocalDate.of(2026, 11, 22)).inSeason("04-10", "-3d 09:00");

        assertThat(day.instant("-3d 09:00")).isEqualTo(Instant.parse("2026-04-10T00:00:00Z"));
        assertThat(new DayOfFilling(LocalDate.of(2026, 2, 1))
                        .inSeason("04-10", "-3d 09:00")
                        .instant("-3d 09:00"))
                .isEqualTo(Instant.parse("2025-04-10T00:00:00Z"));
    }

    @Test
    void tablesMayQuoteCommasAndLineEnds() {
        var table = Table.read("a,b\n\"x, \"\"y\"\"\nz\",2\n");

        assertThat(table.rows().getFirst()).containsEntry("a", "x, \"y\"\nz").containsEntry("b", "2");
    }

    private long count(String query) {
        return tenancy.everywhere(() -> sql.sql(query).query(Long.class).single());
    }
}
