package noroshi.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import noroshi.checks.Rule;
import org.junit.jupiter.api.Test;

class SiteCheckTest extends CareTest {

    private int timesLookedAt(long article) {
        return tenancy.in(MIYAGI, () -> sql.sql(
                        "select edition from page_check where government = '040002' and article = :article")
                .param("article", article)
                .query(Integer.class)
                .optional()
                .orElse(0));
    }

    @Test
    void aPublishedPageIsLookedAtAndItsFindingsStandAtTheirPlace() {
        var page =
                published(MIYAGI, "heading", "見出しの飛んだ点検のページ", "## はじめに\n\n#### 飛んだ見出し\n\n[こちら](https://example.com/)");
        lookAtAll();

        var findings = tenancy.in(MIYAGI, () -> checkup.findings(MIYAGI, page.id()));
        assertThat(findings).extracting(Checkup.Finding::rule).contains(Rule.HEADING_ORDER, Rule.LINK_TEXT);
        var heading = findings.stream()
                .filter(f -> f.rule() == Rule.HEADING_ORDER)
                .findFirst()
                .orElseThrow();
        assertThat(heading.part()).isEqualTo("本文");
        assertThat(heading.line()).isEqualTo(3);
        assertThat(heading.repair()).isNotEmpty();
    }

    @Test
    void thePagesThemselvesAreWithoutFault() {
        var page = published(MIYAGI, "sound", "工事のお知らせ", "## 期間\n\n水道管の工事を行います。ご協力をお願いします。");
        lookAtAll();
        assertThat(tenancy.in(MIYAGI, () -> checkup.findings(MIYAGI, page.id())))
                .isEmpty();
    }

    @Test
    void aNewEditionIsLookedAtAndAWithdrawnPageForgotten() {
        var page = published(MIYAGI, "again", "点検で直されるページ", "[こちら](https://example.com/)");
        lookAtAll();
        assertThat(timesLookedAt(page.id())).isEqualTo(1);

        published(MIYAGI, "again", "点検で直されるページ", "[例の組織の案内](https://example.com/)を見てください。");
        lookAtAll();
        assertThat(timesLookedAt(page.id())).isEqualTo(2);
        assertThat(tenancy.in(MIYAGI, () -> checkup.findings(MIYAGI, page.id())))
                .isEmpty();

        withdrawn(MIYAGI, "again");
        lookAtAll();
        assertThat(timesLookedAt(page.id())).isZero();
    }

    @Test
    void aRunLooksOnlyAtWhatChangedAndIsSummedUpByDepartment() {
        lookAtAll();
        var admin = officer(MIYAGI, "admin");
        var start = office.bean(StartCheck.class);
        assertThat(start.handle(new StartCheck.Command(MIYAGI, false, admin, Instant.now())))
                .isEqualTo(new StartCheck.Outcome.Started(0));
        lookAtAll();

        var all = start.handle(new StartCheck.Command(MIYAGI, true, admin, Instant.now()));
        var pages = tenancy.in(MIYAGI, () -> checkup.state(MIYAGI)).pages();
        assertThat(all).isEqualTo(new StartCheck.Outcome.Started(pages));
        assertThat(start.handle(new StartCheck.Command(MIYAGI, false, admin, Instant.now())))
                .isEqualTo(new StartCheck.Outcome.AlreadyRunning());
        office.bean(CareWorker.class).step();
        var run = tenancy.in(MIYAGI, () -> checkup.newestRun(MIYAGI)).orElseThrow();
        assertThat(run.finishedAt()).isNull();
        assertThat(run.done()).isPositive().isLessThan(pages);

        lookAtAll();
        assertThat(tenancy.in(MIYAGI, () -> checkup.newestRun(MIYAGI))
                        .orElseThrow()
                        .finishedAt())
                .isNotNull();
        var sums = tenancy.in(MIYAGI, () -> checkup.byDepartment(MIYAGI));
        assertThat(sums.stream().mapToInt(Checkup.Sum::pages).sum()).isEqualTo(pages);
        var trend = tenancy.in(MIYAGI, () -> checkup.trend(MIYAGI, null, 12));
        assertThat(trend.getLast().pages()).isEqualTo(pages);
        assertThat(trend.getLast().errors())
                .isEqualTo(sums.stream().mapToInt(Checkup.Sum::errors).sum());
    }

    @Test
    void anAuthorAloneMayNotStartARun() {
        var author = officer(MIYAGI, "sato");
        assertThat(office.bean(StartCheck.class).handle(new StartCheck.Command(MIYAGI, false, author, Instant.now())))
                .isInstanceOf(StartCheck.Outcome.NotAllowed.class);
    }

    @Test
    void whatCannotBeLookedAtStandsBehindTheOthersAndIsLeftAtLast() {
        lookAtAll();
        tenancy.runEverywhere(() -> sql.sql(
                        "insert into care_due (government, kind, subject) values ('040002', 'article', 'not-a-number')")
                .update());
        lookAtAll();
        assertThat(tenancy.in(MIYAGI, () -> checkup.state(MIYAGI)).stuck()).isEqualTo(1);
        tenancy.runEverywhere(() ->
                sql.sql("delete from care_due where subject = 'not-a-number'").update());
    }
}
