package noroshi.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import noroshi.checks.Rule;
import noroshi.people.Officers;
import noroshi.people.Role;
import noroshi.publishing.Outcome;
import noroshi.routes.ChangeRules;
import noroshi.routes.RouteOutcome;
import noroshi.workflow.DraftFacts;
import org.junit.jupiter.api.Test;

class LinksAndTwinsTest extends CareTest {

    private List<CareLists.Link> links(long article) {
        return tenancy.in(MIYAGI, () -> lists.links(MIYAGI, null, CareLists.ROWS_MAX)).stream()
                .filter(link -> link.page().article() == article)
                .toList();
    }

    private List<Rule> rules(long article) {
        return tenancy.in(MIYAGI, () -> checkup.findings(MIYAGI, article)).stream()
                .map(Checkup.Finding::rule)
                .toList();
    }

    @Test
    void aPageThatLeavesIsMissedByThoseThatLeadToIt() {
        var target = published(MIYAGI, "target", "行き先の記事", "読まれる本文です。");
        var leading = published(MIYAGI, "leading", "点検で見る案内の記事", "[行き先の記事](article:%d)を見てください。".formatted(target.id()));
        lookAtAll();
        assertThat(links(leading.id())).isEmpty();
        assertThat(rules(leading.id())).doesNotContain(Rule.LINK_TARGET);

        withdrawn(MIYAGI, "target");
        lookAtAll();
        assertThat(links(leading.id())).singleElement().satisfies(link -> {
            assertThat(link.state()).isEqualTo("dead");
            assertThat(link.problem()).contains("公開を終えています");
            assertThat(link.line()).isEqualTo(1);
        });
        assertThat(rules(leading.id())).contains(Rule.LINK_TARGET);

        published(MIYAGI, "target", "行き先の記事", "もう一度公開した本文です。");
        lookAtAll();
        assertThat(links(leading.id())).isEmpty();
        assertThat(rules(leading.id())).doesNotContain(Rule.LINK_TARGET);
    }

    @Test
    void whereAGovernmentLetsDeadLinksPassTheyAreWarningsAlsoOnPagesSeenBefore() {
        var target = published(MIYAGI, "let-target", "行き先だった記事", "読まれる本文です。");
        var leading =
                published(MIYAGI, "let-leading", "注意で見る案内の記事", "[行き先だった記事](article:%d)を見てください。".formatted(target.id()));
        withdrawn(MIYAGI, "let-target");
        lookAtAll();
        assertThat(rules(leading.id())).contains(Rule.LINK_TARGET);

        deadLinksStop(false);
        lookAtAll();
        assertThat(rules(leading.id())).contains(Rule.LINK_TARGET_NOTED).doesNotContain(Rule.LINK_TARGET);

        deadLinksStop(true);
        lookAtAll();
        assertThat(rules(leading.id())).contains(Rule.LINK_TARGET).doesNotContain(Rule.LINK_TARGET_NOTED);
    }

    private void deadLinksStop(boolean stop) {
        var administrator = tenancy.in(MIYAGI, () -> office.bean(Officers.class).list(MIYAGI)).stream()
                .filter(one -> one.roles().contains(Role.ADMINISTRATOR))
                .findFirst()
                .orElseThrow();
        var outcome = office.bean(ChangeRules.class)
                .handle(new ChangeRules.Command(MIYAGI, false, 3, 30, stop, administrator));
        assertThat(outcome).isInstanceOf(RouteOutcome.Done.class);
    }

    @Test
    void aDraftIsToldOfItsDeadLinksBeforeItIsPublished() {
        var draft = tenancy.in(MIYAGI, () -> office.bean(DraftFacts.class)
                .draft(
                        MIYAGI,
                        "[ない記事](/press/999999999) [よその記事](article:999999998) [ない一覧](/nowhere/) [ないファイル](/media/%s.pdf) [ある](/subscribe)"
                                .formatted("ab".repeat(32))));
        assertThat(draft.deadLinks()).hasSize(3).doesNotContainKey("/subscribe");
        assertThat(noroshi.checks.Checks.draft(draft))
                .filteredOn(finding -> finding.rule() == Rule.LINK_TARGET)
                .hasSize(3);
    }

    @Test
    void anOutsidePageThatMovedIsRepairedByOneTap() {
        var page = published(MIYAGI, "outside", "外への案内", "[昔の案内](http://old.example/a)をご覧ください。");
        lookAtAll();
        var outside = office.bean(OutsideLinks.class);
        var due = tenancy.everywhere(() -> outside.due(Instant.now().plus(Duration.ofDays(1)))).stream()
                .filter(link -> link.address().equals("http://old.example/a"))
                .findFirst()
                .orElseThrow();
        var now = Instant.now();
        tenancy.runEverywhere(() ->
                outside.put(due, due.known().after(new HostAnswer.Answered(200, "https://new.example/a"), now), now));
        assertThat(links(page.id())).singleElement().satisfies(link -> {
            assertThat(link.state()).isEqualTo("moved");
            assertThat(link.movedTo()).isEqualTo("https://new.example/a");
        });

        var outcome = office.bean(RepairLink.class)
                .handle(new RepairLink.Command(
                        MIYAGI,
                        page.id(),
                        "http://old.example/a",
                        "https://new.example/a",
                        officer(MIYAGI, "sato"),
                        Instant.now()));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            assertThat(done.edition().content().body()).isEqualTo("[昔の案内](https://new.example/a)をご覧ください。");
            assertThat(done.article().publicEdition()).isEqualTo(1);
        });
    }

    @Test
    void anAddressThatNobodyLinksToAnyMoreIsForgotten() {
        published(MIYAGI, "forgotten", "外への古い案内", "[古い案内の一覧](http://forgotten.example/)をご覧ください。");
        lookAtAll();
        published(MIYAGI, "forgotten", "外への古い案内", "案内はなくなりました。");
        lookAtAll();
        var outside = office.bean(OutsideLinks.class);
        var later = Instant.now().plus(Duration.ofDays(1));
        var due = tenancy.everywhere(() -> outside.due(later)).stream()
                .filter(link -> link.address().equals("http://forgotten.example/"))
                .findFirst()
                .orElseThrow();
        assertThat(tenancy.everywhere(() -> outside.claim(due, later))).isFalse();
        assertThat(tenancy.everywhere(() -> outside.due(later)))
                .noneMatch(link -> link.address().equals("http://forgotten.example/"));
    }

    @Test
    void pagesThatSayTheSameAreFoundWithoutComparingAll() {
        var text =
                "この事業は、沿岸の市町で住まいを再建する方を支えるために、県と市町が協力して行うものです。申請の前に、必要な書類がそろっているかをお確かめください。窓口は平日の午前九時から午後五時まで開いています。";
        var one = published(MIYAGI, "twin-1", "住まい再建支援の案内", text);
        var other = published(MIYAGI, "twin-2", "住宅再建の支援について", text + "お問い合わせください。");
        lookAtAll();
        assertThat(twinsOf(one.id())).contains(other.id());

        published(
                MIYAGI,
                "twin-2",
                "住宅再建の支援について",
                "まったく別の話題として、港の祭りの日程と会場までの交通手段、雨天のときの扱い、出店の募集、駐車場の場所、参加する団体の一覧をお知らせします。ふるってご参加ください。");
        lookAtAll();
        assertThat(twinsOf(one.id())).doesNotContain(other.id());
    }

    private List<Long> twinsOf(long article) {
        return tenancy.in(MIYAGI, () -> lists.twins(MIYAGI, null, CareLists.ROWS_MAX)).stream()
                .filter(twin -> twin.page().article() == article || twin.other().article() == article)
                .map(twin -> twin.page().article() == article
                        ? twin.other().article()
                        : twin.page().article())
                .toList();
    }

    @Test
    void aPageThatOnlyAnOldListLeadsToIsAnOrphan() {
        var page = published(MIYAGI, "orphan", "誰も指さない記事", "本文です。");
        var soon = Instant.now().plus(Duration.ofDays(1));
        lookAtAll();
        assertThat(orphans(soon, 20)).doesNotContain(page.id());
        assertThat(orphans(soon, 0)).contains(page.id());

        published(MIYAGI, "pointing", "指さす記事", "[誰も指さない記事](article:%d)".formatted(page.id()));
        lookAtAll();
        assertThat(orphans(soon, 0)).doesNotContain(page.id());
    }

    private List<Long> orphans(Instant openSince, int newest) {
        return tenancy.in(MIYAGI, () -> lists.orphans(MIYAGI, null, newest, openSince, CareLists.CSV_ROWS_MAX)).stream()
                .map(CareLists.Page::article)
                .toList();
    }

    @Test
    void aPageIsUnreadUntilItsViewsAreCounted() {
        var page = published(MIYAGI, "unread", "読まれていない記事", "本文です。");
        var soon = Instant.now().plus(Duration.ofDays(1));
        assertThat(unread(soon)).contains(page.id());

        tenancy.runEverywhere(() -> {
            sql.sql("""
                            insert into view_count (government, hour, path, variant, beacon, views)
                            values ('040002', date_trunc('hour', now()), :path, 'lite', 'test', 3)
                            """).param("path", page.path()).update();
            office.bean(Visits.class).count(MIYAGI, soon);
        });
        assertThat(unread(soon)).doesNotContain(page.id());
    }

    private List<Long> unread(Instant openSince) {
        return tenancy.in(MIYAGI, () -> lists.unread(MIYAGI, null, 12, 0, openSince, CareLists.CSV_ROWS_MAX)).stream()
                .map(unread -> unread.page().article())
                .toList();
    }

    @Test
    void aColleagueIsAskedAndSaysWhenItIsDone() {
        var page = published(MIYAGI, "asked", "頼まれる記事", "本文です。");
        var sato = officer(MIYAGI, "sato");
        var admin = officer(MIYAGI, "admin");
        var ask = office.bean(AskForCare.class);
        var asked = ask.handle(new AskForCare.Command(
                MIYAGI, page.id(), AskForCare.Wish.REPAIR, sato.id(), "電話番号が古いです", admin, Instant.now()));
        assertThat(asked).isInstanceOf(AskForCare.Outcome.Asked.class);
        assertThat(ask.handle(new AskForCare.Command(
                        MIYAGI, page.id(), AskForCare.Wish.WITHDRAW, sato.id(), "", admin, Instant.now())))
                .isInstanceOf(AskForCare.Outcome.Refused.class);

        long id = ((AskForCare.Outcome.Asked) asked).request();
        assertThat(tenancy.in(MIYAGI, () -> lists.requests(MIYAGI, sato.id(), null, 100)))
                .extracting(CareLists.Request::id)
                .contains(id);
        var finish = new FinishCare.Command(MIYAGI, id, sato, Instant.now());
        assertThat(office.bean(FinishCare.class).handle(finish)).isTrue();
        assertThat(office.bean(FinishCare.class).handle(finish)).isFalse();
        assertThat(tenancy.in(MIYAGI, () -> lists.requests(MIYAGI, sato.id(), null, 100)))
                .extracting(CareLists.Request::id)
                .doesNotContain(id);
    }
}
