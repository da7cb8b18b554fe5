package noroshi.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import noroshi.people.Contact;
import noroshi.people.DepartmentUse;
import noroshi.people.Departments;
import noroshi.people.Officer;
import noroshi.publishing.Content;
import noroshi.publishing.DepartmentArticles;
import noroshi.publishing.PublishingTest;
import noroshi.reorganisation.Plan.State;
import noroshi.reorganisation.WritePlan.Change;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Plans on the real database: one act, all or nothing, and back again. */
class ReorganiseTest extends PublishingTest {

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private final Departments departments = new Departments(sql);
    private final DepartmentArticles papers = new DepartmentArticles(sql);
    private final PlanStore plans = new PlanStore(sql, json);
    private final Organisation organisation =
            new Organisation(directory, departments, papers, beans.getBeanProvider(DepartmentUse.class), plans);
    private final OrganisationNews news = new OrganisationNews(outbox);
    private final CarryOut carryOut =
            new CarryOut(departments, papers, beans.getBeanProvider(DepartmentUse.class), plans, news);
    private final TakeBack takeBack = new TakeBack(directory, departments, papers, organisation, carryOut, plans, news);
    private final WritePlan write = new WritePlan(tenancy, plans, organisation, audit);
    private final Reorganise reorganise = new Reorganise(tenancy, plans, organisation, carryOut, takeBack, audit);
    private final KeepPlans keep = new KeepPlans(tenancy, plans, reorganise, clock);
    private final Rows rows = new Rows();

    @BeforeEach
    void departments() {
        beans.registerSingleton("rows", rows);
        tenancy.runEverywhere(() -> sql.sql("""
                        insert into department (government, code, name, phone, position) values
                          ('040002', 'jouhou', '情報課', '022-1', 2), ('040002', 'kanko', '観光課', '022-2', 3),
                          ('040002', 'empty', '空の課', '', 4)
                        """).update());
    }

    /** Another feature's rows. */
    private static final class Rows implements DepartmentUse {
        private final java.util.TreeMap<String, String> departments =
                new java.util.TreeMap<>(Map.of("Q1", "kouhou", "Q2", "kanko"));

        @Override
        public String what() {
            return "問い合わせ";
        }

        @Override
        public Map<String, Integer> counts(String government) {
            var counts = new java.util.TreeMap<String, Integer>();
            departments.values().forEach(d -> counts.merge(d, 1, Integer::sum));
            return counts;
        }

        @Override
        public List<String> move(String government, String from, String to) {
            var keys = new ArrayList<String>();
            departments.replaceAll((key, d) -> {
                if (!d.equals(from)) return d;
                keys.add(key);
                return to;
            });
            return keys;
        }

        @Override
        public void moveBack(String government, Collection<String> keys, String from, String to) {
            keys.forEach(key -> departments.replace(key, to, from));
        }
    }

    private Content of(String department, String title) {
        return content(title).withDepartment(department);
    }

    private Plan written(Act... acts) {
        var plan = done(write(null, new Change.Create("改正")));
        return done(write(plan, new Change.Add(List.of(acts))));
    }

    private Outcome write(@Nullable Plan plan, Change change) {
        return write.handle(new WritePlan.Command(
                MIYAGI,
                plan == null ? 0 : plan.id(),
                plan == null ? 0 : plan.version(),
                change,
                admin,
                clock.instant()));
    }

    private static Plan done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).plan();
    }

    private Reorganise.Command command(Plan plan, Officer by) {
        return new Reorganise.Command(MIYAGI, plan.id(), plan.version(), by, clock.instant());
    }

    private Plan carriedOut(Plan plan) {
        return done(reorganise.now(command(plan, admin)));
    }

    private List<Long> listed(String department) {
        return tenancy.in(MIYAGI, () -> lists.newest(MIYAGI, "department:" + department, 100)).stream()
                .map(h -> h.article())
                .toList();
    }

    private @Nullable String department(long article) {
        return tenancy.in(MIYAGI, () -> publicArticles.find(MIYAGI, article))
                .orElseThrow()
                .edition()
                .content()
                .department();
    }

    private Map<String, String> moved() {
        return tenancy.in(MIYAGI, () -> publicArticles.movedPages(MIYAGI));
    }

    private static final Act.Found NEW = new Act.Found("koho-joho", "広報情報課", "", Contact.NONE);
    private static final Act.Merge MERGE = new Act.Merge(List.of("kouhou", "jouhou"), "koho-joho");

    @Test
    void mergingTwoDepartmentsMovesAllTheyHold() {
        var first = published("news", of("kouhou", "一"));
        clock.advance(Duration.ofHours(1));
        var second = published("news", of("jouhou", "二"));
        clock.advance(Duration.ofHours(1));
        var third = published("news", of("kouhou", "三"));
        var draft = written("news", of("jouhou", "下書き"));

        var plan = carriedOut(written(NEW, MERGE));

        assertThat(plan.state()).isEqualTo(State.DONE);
        assertThat(listed("koho-joho")).containsExactly(third.id(), second.id(), first.id());
        assertThat(department(first.id())).isEqualTo("koho-joho");
        assertThat(tenancy.in(MIYAGI, () -> articles.find(MIYAGI, draft.id()))
                        .orElseThrow()
                        .newestEdition())
                .isEqualTo(1);
        assertThat(moved())
                .containsEntry("/departments/kouhou/", "/departments/koho-joho/")
                .containsEntry("/departments/kouhou/p/1", "/departments/koho-joho/")
                .containsEntry("/inquiry/jouhou", "/inquiry/koho-joho");
        assertThat(tenancy.in(MIYAGI, () -> officers.find(MIYAGI, author.id()))
                        .orElseThrow()
                        .department())
                .isEqualTo("koho-joho");
        assertThat(tenancy.in(MIYAGI, () -> series.find(MIYAGI, "news"))
                        .orElseThrow()
                        .department())
                .isEqualTo("koho-joho");
        assertThat(rows.departments).containsEntry("Q1", "koho-joho").containsEntry("Q2", "kanko");
        assertThat(tenancy.in(MIYAGI, () -> directory.listDepartments(MIYAGI)))
                .extracting(d -> d.code())
                .containsExactlyInAnyOrder("koho-joho", "kanko", "empty");
        assertThat(tenancy.in(MIYAGI, () -> directory.findResponsible(MIYAGI, "kouhou"))
                        .orElseThrow()
                        .code())
                .isEqualTo("koho-joho");
    }

    @Test
    void whatWasDoneIsTakenBackToTheLastRow() {
        var first = published("news", of("kouhou", "一"));
        var second = published("press", of("jouhou", "二"), 2);
        var before = everything();
        var plan = carriedOut(written(NEW, MERGE, new Act.Move("kanko", "観光振興課", "koho-joho")));
        assertThat(everything()).isNotEqualTo(before);

        var undone = done(reorganise.undo(command(plan, admin)));

        assertThat(undone.state()).isEqualTo(State.UNDONE);
        assertThat(everything()).isEqualTo(before);
        assertThat(listed("kouhou")).containsExactly(first.id());
        assertThat(listed("jouhou")).containsExactly(second.id());
        assertThat(rows.departments).containsEntry("Q1", "kouhou");
        assertThat(moved())
                .containsEntry("/departments/koho-joho/", "/departments/kouhou/")
                .doesNotContainKey("/departments/kouhou/");
    }

    /** Departments that there are, what belongs to them, where articles stand. */
    private List<String> everything() {
        return tenancy.everywhere(() -> sql.sql("""
                        select row(code, name, parent, phone)::text from department where ended_at is null
                        union all select row('officer', login, department)::text from officer
                        union all select row('series', code, department)::text from series
                        union all select row('edition', article, number, department)::text from edition
                        union all select row('listing', list, position, article)::text from listing
                        order by 1
                        """).query(String.class).list());
    }

    private noroshi.publishing.Article published(String series, Content content, int approvals) {
        var article = inReview(written(series, content));
        for (int i = 0; i < approvals; i++) approve(article, i == 0 ? approver : admin);
        return noroshi.publishing.PublishingTest.done(
                        publish(article, noroshi.publishing.PublishingLane.ORDINARY, publisher))
                .article();
    }

    @Test
    void whatContradictsKeepsItFromBeingTakenBack() {
        var plan = carriedOut(written(NEW, MERGE));
        written("news", of("koho-joho", "あとから"));

        assertThat(reorganise.undo(command(plan, admin)))
                .isInstanceOfSatisfying(Outcome.Blocked.class, blocked -> assertThat(
                                blocked.problems().getFirst().text())
                        .contains("新設した課室", "記事"));
    }

    @Test
    void aLaterChangeKeepsItFromBeingTakenBack() {
        var plan = carriedOut(written(NEW, MERGE));
        carriedOut(written(new Act.Move("koho-joho", "広報情報センター", "")));

        assertThat(reorganise.undo(command(plan, admin)))
                .isInstanceOfSatisfying(Outcome.Blocked.class, blocked -> assertThat(
                                blocked.problems().getFirst().text())
                        .contains("広報情報センター", "あとで変えられています"));
    }

    @Test
    void theClockCarriesOutWhatWasPlanned() {
        var at = clock.instant().plus(Duration.ofDays(1));
        done(write(written(new Act.Close("empty", "")), new Change.Fix(at)));

        keep.handle();
        assertThat(states()).containsExactly(State.PLANNED);
        clock.advance(Duration.ofDays(1));
        keep.handle();

        assertThat(states()).containsExactly(State.DONE);
        assertThat(tenancy.in(MIYAGI, () -> directory.findDepartment(MIYAGI, "empty")))
                .isEmpty();
    }

    @Test
    void untilTheDateAPlanIsChangedOrCancelled() {
        var fixed = done(write(written(new Act.Close("empty", "")), new Change.Fix(tomorrow())));
        assertThat(write(fixed, new Change.Remove(0))).isInstanceOf(Outcome.Blocked.class);

        var open = done(write(fixed, new Change.Loosen()));
        var again = done(write(done(write(open, new Change.Rename("名前を変える"))), new Change.Fix(tomorrow())));
        done(write(again, new Change.Cancel()));
        clock.advance(Duration.ofDays(2));
        keep.handle();

        assertThat(states()).containsExactly(State.CANCELLED);
        assertThat(tenancy.in(MIYAGI, () -> directory.findDepartment(MIYAGI, "empty")))
                .isPresent();
    }

    @Test
    void aPlanThatNoLongerFitsSaysSoAndChangesNothing() {
        done(write(written(new Act.Close("empty", "")), new Change.Fix(tomorrow())));
        // Meanwhile somebody writes in the department that is to end.
        written("news", of("empty", "あとから"));
        clock.advance(Duration.ofDays(2));

        keep.handle();

        var plan = tenancy.in(MIYAGI, () -> plans.list(MIYAGI)).getFirst();
        assertThat(plan.state()).isEqualTo(State.REFUSED);
        assertThat(plan.problem()).contains("記事1件", "引き継ぐ課室");
        assertThat(tenancy.in(MIYAGI, () -> directory.findDepartment(MIYAGI, "empty")))
                .isPresent();
    }

    @Test
    void badPlansAreRefusedWithTheReason() {
        var plan = written(new Act.Close("empty", ""));
        assertThat(write(plan, new Change.Fix(clock.instant().minus(Duration.ofDays(1)))))
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class, i -> assertThat(i.message()).contains("過ぎた日時"));
        assertThat(write(written(new Act.Close("kouhou", "")), new Change.Fix(tomorrow())))
                .isInstanceOf(Outcome.Blocked.class);
        assertThat(write(null, new Change.Create(" "))).isInstanceOf(Outcome.Invalid.class);
        done(write(plan, new Change.Fix(tomorrow())));
        assertThat(write(plan, new Change.Cancel())).isInstanceOf(Outcome.Overtaken.class);
        assertThat(write(written(new Act.Move("empty", "別の名前", "")), new Change.Fix(tomorrow())))
                .isInstanceOfSatisfying(Outcome.Blocked.class, blocked -> assertThat(
                                blocked.problems().getFirst().text())
                        .contains("同じ課室（empty）"));
    }

    @Test
    void onlyAdministratorsOfTheGovernmentMay() {
        var plan = written(new Act.Close("empty", ""));

        assertThat(reorganise.now(command(plan, publisher))).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(reorganise.now(command(plan, sendai))).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(write.handle(new WritePlan.Command(
                        MIYAGI, plan.id(), plan.version(), new Change.Cancel(), publisher, clock.instant())))
                .isInstanceOf(Outcome.NotAllowed.class);
    }

    @Test
    void everyArticleOfFiveHundredIsCounted() {
        tenancy.runEverywhere(() -> fill("kouhou", 250));
        tenancy.runEverywhere(() -> fill("jouhou", 250));
        var plan = written(NEW, MERGE);

        var begun = System.nanoTime();
        carriedOut(plan);
        System.out.printf(
                "merging two departments with 500 pages in the database: %d ms%n",
                (System.nanoTime() - begun) / 1_000_000);

        assertThat(tenancy.in(MIYAGI, () -> papers.places(MIYAGI, "koho-joho"))).isEqualTo(500);
        assertThat(tenancy.everywhere(
                        () -> sql.sql("select count(*) from edition where department in ('kouhou', 'jouhou')")
                                .query(Long.class)
                                .single()))
                .isZero();
        assertThat(tenancy.everywhere(() -> sql.sql("select count(*) from listing where list = 'department:kouhou'")
                        .query(Long.class)
                        .single()))
                .isZero();
        assertThat(moved()).containsKey("/departments/kouhou/p/13");
    }

    private void fill(String department, int count) {
        sql.sql("""
                        with made as (
                            insert into article (government, series, state, newest_edition, public_edition, first_public_at, changed_at,
                                                 lane, created_by, created_at)
                            select '040002', 'news', 'public', 1, 1, :now::timestamptz - n * interval '1 minute', :now, 'ORDINARY', :by, :now
                              from generate_series(1, :count) n returning id),
                        written as (
                            insert into edition (government, article, number, title, body, department, written_by, written_at)
                            select '040002', id, 1, '題名', '本文', :department, :by, :now from made),
                        listed as (
                            insert into listing (government, list, position, article)
                            select '040002', 'department:' || :department, row_number() over (order by id), id from made)
                        insert into list_end (government, list, position) values ('040002', 'department:' || :department, :count)
                        """)
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .param("count", count)
                .param("by", author.id())
                .param("department", department)
                .update();
    }

    private Instant tomorrow() {
        return clock.instant().plus(Duration.ofDays(1));
    }

    private List<State> states() {
        return tenancy.in(MIYAGI, () -> plans.list(MIYAGI)).stream()
                .map(Plan::state)
                .toList();
    }
}
