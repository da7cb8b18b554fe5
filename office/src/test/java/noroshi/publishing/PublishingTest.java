package noroshi.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import noroshi.people.Directory;
import noroshi.people.Officer;
import noroshi.people.OfficerAccounts;
import noroshi.people.Officers;
import noroshi.people.Role;
import noroshi.platform.Announcement;
import noroshi.platform.DatabaseTest;
import noroshi.platform.Lane;
import noroshi.platform.Listener;
import noroshi.routes.AbsenceShelf;
import noroshi.routes.ChangeRules;
import noroshi.routes.Circulations;
import noroshi.routes.ConfirmReading;
import noroshi.routes.EditionRoutes;
import noroshi.routes.EnterAbsence;
import noroshi.routes.Routes;
import noroshi.routes.RulesShelf;
import noroshi.routes.SaveRoute;
import noroshi.routes.Staffing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A test of or upon publishing: a small Miyagi with officers, and every use case on the real PostgreSQL. */
public abstract class PublishingTest extends DatabaseTest {

    protected static final String MIYAGI = "040002";
    protected static final String SENDAI = "041009";

    protected final Directory directory = new Directory(sql);
    protected final Officers officers = new Officers(sql);
    protected final SeriesShelf series = new SeriesShelf(sql);
    protected final Articles articles = new Articles(sql);
    private final Listings listings = new Listings(sql, directory);
    protected final PublicArticles publicArticles = new PublicArticles(sql, listings);
    protected final PublicLists lists = new PublicLists(sql);
    private final ArticleStore store = new ArticleStore(sql);
    private final ContentCheck check = new ContentCheck(directory, sql);
    private final Approvals approvals = new Approvals(sql);
    protected final Routes routes = new Routes(sql);
    protected final EditionRoutes editionRoutes = new EditionRoutes(sql);
    protected final RulesShelf rules = new RulesShelf(sql);
    protected final AbsenceShelf absences = new AbsenceShelf(sql);
    protected final OfficerAccounts accounts = new OfficerAccounts(sql);
    protected final Staffing staffing = new Staffing(accounts, absences);
    protected final SaveRoute saveRoute = new SaveRoute(tenancy, routes, staffing, directory, audit);
    protected final EnterAbsence enterAbsence = new EnterAbsence(tenancy, absences, staffing, audit);
    protected final ChangeRules changeRules = new ChangeRules(tenancy, rules, audit);
    protected final Circulations circulations = new Circulations(sql);
    protected final ConfirmReading confirmReading = new ConfirmReading(tenancy, circulations, audit);
    protected final Reviews reviews = new Reviews(series, routes, editionRoutes, rules, staffing, officers, approvals);
    /** What the gate finds; tests say. */
    protected final List<Flaw> flaws = new ArrayList<>();

    private final Waivers waivers = new Waivers(sql, (government, content) -> List.copyOf(flaws), audit);
    protected final Replacements replacements = new Replacements(sql);
    private final Publications publications = new Publications(sql);
    private final Announcements announcements = new Announcements(outbox);
    private final Opening opening = new Opening(store, listings, publications, announcements, replacements, audit);

    protected final WriteArticle writeArticle = new WriteArticle(tenancy, series, check, store, audit);
    protected final ReviseArticle reviseArticle = new ReviseArticle(tenancy, check, store, audit, List.of());
    protected final RequestReview requestReview = new RequestReview(tenancy, store, approvals, reviews, audit);
    protected final ApproveArticle approveArticle =
            new ApproveArticle(tenancy, store, approvals, reviews, waivers, audit);
    protected final RemandArticle remandArticle = new RemandArticle(tenancy, store, approvals, reviews, audit);
    protected final PublishArticle publishArticle = new PublishArticle(
            tenancy, reviews, waivers, replacements, store, publications, opening, announcements, listings, audit);
    protected final CancelReplacement cancelReplacement = new CancelReplacement(tenancy, store, replacements, audit);
    protected final PullBackArticle pullBackArticle = new PullBackArticle(tenancy, store, approvals, audit);
    protected final Remarks remarks = new Remarks(sql);
    protected final AddRemark addRemark = new AddRemark(tenancy, store, remarks, reviews, audit);
    protected final ResolveRemark resolveRemark = new ResolveRemark(tenancy, store, remarks, audit);
    protected final RestoreEdition restoreEdition = new RestoreEdition(tenancy, store, reviseArticle, audit, List.of());
    protected final Trash trash = new Trash(sql);
    protected final TrashArticle trashArticle = new TrashArticle(tenancy, store, articles, trash, audit);
    protected final PurgeTrash purgeTrash = new PurgeTrash(tenancy, trash, audit);
    protected final ReviewDates reviewDates = new ReviewDates(sql);
    protected final SetReviewDate setReviewDate = new SetReviewDate(tenancy, store, reviewDates, audit);
    protected final Editing editing = new Editing(tenancy, sql, audit);
    protected final InReview inReviewList = new InReview(sql, editionRoutes);
    protected final PassedErrors passedErrors = new PassedErrors(sql);
    protected final DecisionLog decisionLog = new DecisionLog(sql);
    protected final WithdrawArticle withdrawArticle = new WithdrawArticle(tenancy, store, opening);
    protected final MoveArticle moveArticle = new MoveArticle(
            tenancy, series, store, approvals, reviews, new MovedPages(sql), listings, announcements, audit);
    protected final ReviewEmergencyArticle reviewEmergencyArticle =
            new ReviewEmergencyArticle(tenancy, store, approvals, audit);
    protected final OpenAndClose openAndClose = new OpenAndClose(tenancy, sql, store, replacements, opening);
    protected final PublishAutomatically publishAutomatically =
            new PublishAutomatically(tenancy, sql, officers, series, check, store, opening, audit);
    protected final MediaShelf mediaShelf = new MediaShelf(sql);
    protected final AddMedia addMedia = new AddMedia(tenancy, mediaShelf, audit);
    private final MergedLists mergedLists = new MergedLists(sql);
    protected final TakeInArticles takeInArticles = new TakeInArticles(sql, mergedLists, listings);
    protected final TakeBackArticles takeBackArticles = new TakeBackArticles(sql, mergedLists);
    protected final TakeInMedia takeInMedia = new TakeInMedia(sql, mediaShelf);
    protected final AllOrNothing allOrNothing = new AllOrNothing(tenancy);

    /** Everything publishing announced, once delivered with {@link #deliverAnnouncements()}. */
    protected final List<Announcement> announced = new ArrayList<>();

    protected Officer author = officer(0, "nobody", Set.of());
    protected Officer approver = author;
    protected Officer publisher = author;
    protected Officer watch = author;
    protected Officer admin = author;
    protected Officer sendai = author;

    protected PublishingTest() {
        listeners.add(new Recorder());
    }

    @BeforeEach
    void settle() {
        tenancy.runEverywhere(this::reference);
        author = add(MIYAGI, "author", Role.AUTHOR);
        approver = add(MIYAGI, "approver", Role.APPROVER);
        publisher = add(MIYAGI, "publisher", Role.PUBLISHER);
        watch = add(MIYAGI, "watch", Role.AUTHOR, Role.EMERGENCY);
        admin = add(MIYAGI, "admin", Role.values());
        sendai = add(SENDAI, "sendai", Role.AUTHOR, Role.APPROVER, Role.PUBLISHER, Role.EMERGENCY);
        announced.clear();
    }

    private void reference() {
        sql.sql(
                        "insert into government (code, name, kind, parent) values ('040002', '宮城県', 'prefecture', null), ('041009', '仙台市', 'city', '040002')")
                .update();
        sql.sql("""
                insert into area (code, name, parent, kind) values
                  ('040002', '宮城県', null, 'prefecture'), ('r-sendai', '仙台地域', '040002', 'region'),
                  ('041009', '仙台市', 'r-sendai', 'municipality'), ('041017', '仙台市青葉区', '041009', 'ward'),
                  ('042021', '石巻市', '040002', 'municipality')
                """).update();
        sql.sql("insert into topic (code, name) values ('safety', '防災・安全'), ('living', 'くらし・手続')")
                .update();
        sql.sql(
                        "insert into department (government, code, name) values ('040002', 'kouhou', '広報課'), ('041009', 'koho', '広報課')")
                .update();
        series.put(new Series(MIYAGI, "news", "新着・お知らせ", "", "news", "kouhou", null, 1));
        series.put(new Series(MIYAGI, "press", "みやぎ復興プレス", "", "magazine", "kouhou", null, 2));
        series.put(new Series(MIYAGI, "emergency", "緊急・防災情報", "", "news", "kouhou", "safety", 1));
        series.put(new Series(MIYAGI, "memo", "承認のいらない媒体", "", "news", "kouhou", null, 0));
        series.put(new Series(SENDAI, "news", "お知らせ", "", "news", "koho", null, 1));
    }

    protected Officer add(String government, String login, Role... roles) {
        var department = government.equals(MIYAGI) ? "kouhou" : "koho";
        return tenancy.everywhere(() -> {
            var id = officers.add(
                    new Officers.NewOfficer(government, login, department, login, "", Set.of(roles)),
                    null,
                    clock.instant());
            return officers.find(government, id).orElseThrow();
        });
    }

    private static Officer officer(long id, String login, Set<Role> roles) {
        return new Officer(id, MIYAGI, login, login, "kouhou", roles, true);
    }

    protected Content content(String title) {
        return Content.of(title, "要約です。", "本文です。");
    }

    protected static Outcome.Done done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return (Outcome.Done) outcome;
    }

    protected Article written(String series, Content content) {
        return done(writeArticle.handle(new WriteArticle.Command(MIYAGI, series, content, author, clock.instant())))
                .article();
    }

    protected Article inReview(Article article) {
        return done(requestReview.handle(new RequestReview.Command(
                        MIYAGI, article.id(), article.newestEdition(), "", author, clock.instant())))
                .article();
    }

    protected Outcome approve(Article article, Officer by) {
        return approveArticle.handle(
                new ApproveArticle.Command(MIYAGI, article.id(), article.newestEdition(), "", by, clock.instant()));
    }

    protected Article approved(String series, Content content) {
        return done(approve(inReview(written(series, content)), approver)).article();
    }

    protected Outcome publish(Article article, PublishingLane lane, Officer by) {
        return publishArticle.handle(command(article, lane, by, null, null));
    }

    protected Outcome schedule(Article article, @Nullable Instant opensAt, @Nullable Instant closesAt) {
        return publishArticle.handle(command(article, PublishingLane.ORDINARY, publisher, opensAt, closesAt));
    }

    protected PublishArticle.Command command(
            Article article, PublishingLane lane, Officer by, @Nullable Instant opensAt, @Nullable Instant closesAt) {
        return new PublishArticle.Command(
                article.government(),
                article.id(),
                article.newestEdition(),
                lane,
                opensAt,
                closesAt,
                false,
                by,
                clock.instant());
    }

    /** A public article of the prefecture, through review and approval. */
    protected Article published(String series, Content content) {
        return done(publish(approved(series, content), PublishingLane.ORDINARY, publisher))
                .article();
    }

    protected Outcome revise(Article article, Content content, Change change) {
        return reviseArticle.handle(new ReviseArticle.Command(
                MIYAGI, article.id(), article.newestEdition(), content, change, author, clock.instant()));
    }

    /** The revised article, reviewed, approved and public. */
    protected Article republished(Article article, Content content, Change change) {
        var revised = done(revise(article, content, change)).article();
        return done(publish(done(approve(inReview(revised), approver)).article(), PublishingLane.ORDINARY, publisher))
                .article();
    }

    protected List<String> announcedTopics() {
        deliverAnnouncements();
        return announced.stream().map(a -> a.event().topic()).toList();
    }

    private final class Recorder implements Listener {
        @Override
        public String name() {
            return "recorder";
        }

        @Override
        public Set<String> topics() {
            return Set.of("article.changed", "article.public");
        }

        @Override
        public Lane lane() {
            return Lane.ORDINARY;
        }

        @Override
        public int batchMax() {
            return 100;
        }

        @Override
        public void handle(List<Announcement> batch) {
            announced.addAll(batch);
        }
    }
}
