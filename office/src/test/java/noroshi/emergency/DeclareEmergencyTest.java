package noroshi.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import noroshi.platform.Announcement;
import noroshi.platform.Event;
import noroshi.publishing.Marks;
import noroshi.site.SourceFile;
import noroshi.standards.cap.Alert;
import noroshi.standards.cap.CapReader;
import noroshi.standards.cap.MessageType;
import noroshi.standards.cap.Status;
import org.junit.jupiter.api.Test;

class DeclareEmergencyTest extends EmergencyTest {

    private final DeclareEmergency declare =
            new DeclareEmergency(tenancy, directory, emergencies, declared, audit, clock);
    private final ChangeEmergency change = new ChangeEmergency(tenancy, emergencies, declared, audit, clock);
    private final ExpireEmergencies expire = new ExpireEmergencies(
            tenancy, telegrams, emergencies, replays, workOutEvent, declared, clock, settings(true, null));
    private final EmergencyFiles files =
            new EmergencyFiles(emergencies, new EvacuationStore(sql), directory, settings(true, null));
    private final EmergencyBanners banners = new EmergencyBanners(emergencies, headquarters);

    @Test
    void aDeclarationBringsPageBannerMailAndCapAtOnce() {
        var event = declare(Level.DANGER, false);

        var standing = standing().getFirst();
        assertThat(standing.title()).isEqualTo("土砂災害に警戒（仙台市）");
        assertThat(standing.article()).isNotNull();
        assertThat(tenancy.in(MIYAGI, () -> banners.banners(MIYAGI))).hasSize(1);
        assertThat(told).containsExactly("土砂災害に警戒（仙台市）");
        assertThat(toldWhom).containsExactly(" [041009]");
        var alert = alerts(event).getFirst();
        assertThat(alert.status()).isEqualTo(Status.ACTUAL);
        assertThat(alert.type()).isEqualTo(MessageType.ALERT);
        assertThat(alert.infos().getFirst().areas().getFirst().geocodes())
                .extracting(geocode -> geocode.value())
                .containsExactly("04100");
    }

    @Test
    void itGoesThroughItsPhasesAndEachStateRefersToThoseBefore() {
        var event = declare(Level.WARNING, false);

        lead(event, Phase.RESPONSE, Level.EMERGENCY);
        lead(event, Phase.RECOVERY, Level.WATCH);
        lead(event, Phase.CLOSED, Level.WATCH);

        assertThat(standing()).isEmpty();
        assertThat(told).as("raised and risen, not lowered, not ended").hasSize(2);
        var alerts = alerts(event);
        assertThat(alerts)
                .extracting(Alert::type)
                .containsExactly(MessageType.ALERT, MessageType.UPDATE, MessageType.UPDATE, MessageType.CANCEL);
        assertThat(alerts.getLast().references())
                .containsExactlyElementsOf(
                        alerts.subList(0, 3).stream().map(Alert::reference).toList());
        assertThat(timeline(event)).extracting(c -> c.emergency().phase()).endsWith(Phase.RECOVERY, Phase.CLOSED);
    }

    @Test
    void severalStandAtOnceAndEachEndsByItself() {
        declare(Level.WARNING, false);
        clock.advance(Duration.ofHours(1));
        declare(Level.WATCH, true);
        assertThat(standing()).hasSize(2);
        clock.advance(Duration.ofHours(5).plusSeconds(1));

        expire.handle();

        assertThat(standing()).hasSize(1);
        assertThat(timeline("hand-040002-1").getLast().words()).isEqualTo(Declared.ENDED_BY_THE_CLOCK);
        assertThat(told).as("an end mails nobody").hasSize(2);
    }

    @Test
    void whoProlongsItJustWhenItsTimeIsOverIsNotOverruledByTheClock() throws Exception {
        var event = declare(Level.WARNING, false);
        clock.advance(Duration.ofHours(6).plusSeconds(1));
        var now = clock.instant();
        try (var other = Executors.newSingleThreadExecutor()) {
            Future<?> ended = tenancy.in(MIYAGI, () -> {
                var standing = emergencies.lock(MIYAGI, event).orElseThrow();
                var clocks = other.submit(expire::handle);
                untilSomebodyWaits();
                var prolonged = standing.in(Phase.ALERT, Level.WARNING, now.plus(Duration.ofHours(1)));
                emergencies.put(prolonged, watch.id(), "延長します。", now);
                return clocks;
            });
            ended.get();
        }

        assertThat(standing()).hasSize(1);
    }

    private void untilSomebodyWaits() {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < until)
            if (sql.sql("select exists (select from pg_locks where not granted)")
                    .query(Boolean.class)
                    .single()) return;
    }

    @Test
    void aSiteThatIsBuiltAnewStillHasTheFilesOfEarlierStates() {
        var event = declare(Level.WARNING, false);
        var first = EmergencyFiles.path(timeline(event).getFirst());
        var one = standing().getFirst();
        tenancy.run(MIYAGI, () -> {
            for (int i = 0; i <= EmergencyFiles.CHANGES_LISTED_MAX; i++) emergencies.put(another(one), clock.instant());
        });

        assertThat(tenancy.everywhere(() -> files.files(MIYAGI)))
                .extracting(SourceFile::path)
                .contains(first);
    }

    private static Emergency another(Emergency one) {
        return new Emergency(
                one.government(),
                "hand-040002-9",
                one.hazard(),
                one.level(),
                one.phase(),
                "別の態勢",
                one.area(),
                one.place(),
                one.mark(),
                one.source(),
                one.article(),
                one.startedAt(),
                one.expiresAt(),
                null);
    }

    @Test
    void aFormSentTwiceDeclaresOnce() {
        declare(Level.WARNING, false);

        var again = declare.handle(new DeclareEmergency.Command(watch, declaration(Level.WARNING, false)));

        assertThat(again.problems().toString()).contains("すでにあります");
        assertThat(standing()).hasSize(1);
        assertThat(told).hasSize(1);
    }

    @Test
    void anEndedOneStaysEnded() {
        var event = declare(Level.WARNING, false);
        lead(event, Phase.CLOSED, Level.WARNING);

        assertThat(problems(event, Phase.ALERT)).contains("終結しています");
        assertThat(standing()).isEmpty();
    }

    @Test
    void anOfficerWithoutTheRoleChangesNothing() {
        var refused = declare.handle(new DeclareEmergency.Command(author, declaration(Level.WATCH, false)));

        assertThat(refused.problems()).isNotEmpty();
        assertThat(standing()).isEmpty();
    }

    @Test
    void whatIsWrongIsToldAtItsField() {
        var wrong = new Declaration(
                Hazard.FLOOD,
                Level.WATCH,
                Phase.CLOSED,
                "",
                List.of(),
                "",
                false,
                clock.instant().minusSeconds(1));

        assertThat(wrong.problems(clock.instant()))
                .extracting(problem -> problem.field())
                .containsExactly("grade", "areas", "phase", "words", "hours");
    }

    /** Every output that this feature makes of a drill says so; the same words of the real thing do not: the control. */
    @Test
    void aDrillCannotBeMistakenInAnyOutput() {
        var event = declare(Level.EMERGENCY, true);
        lead(event, Phase.CLOSED, Level.EMERGENCY);
        var drill = outputs(event);
        assertThat(drill).hasSize(5).allSatisfy(output -> assertThat(output).contains("訓練"));
        assertThat(timeline(event))
                .allSatisfy(c -> assertThat(c.emergency().title()).startsWith("【訓練】"));
        assertThat(toldWhom).containsExactly("drill [041009]");
        assertThat(alerts(event)).extracting(Alert::status).containsOnly(Status.EXERCISE);
        assertThat(alerts(event)).allSatisfy(alert -> {
            var info = alert.infos().getFirst();
            assertThat(info.event()).startsWith("【訓練】");
            assertThat(info.words().headline()).startsWith("【訓練】");
            assertThat(info.words().description()).startsWith("【訓練】");
        });

        assertThat(outputs(declare(Level.EMERGENCY, false))).noneMatch(output -> output.contains("訓練"));
    }

    /** The article, its mark, both CAP files or the one, the newest in the feed and in the tables. */
    private List<String> outputs(String event) {
        var texts = new ArrayList<String>();
        long article =
                Objects.requireNonNull(timeline(event).getLast().emergency().article());
        var content = tenancy.in(MIYAGI, () -> articles.listEditions(MIYAGI, article))
                .getFirst()
                .content();
        texts.add(content.body());
        texts.add(content.marks() == Marks.NONE ? "" : content.marks().japanese());
        for (var file : files(event)) {
            var text = String.join("", file.texts());
            texts.add(newest(file.path(), text));
        }
        return texts;
    }

    /** Lists tell of others, too. */
    private static String newest(String path, String text) {
        if (path.equals(CapFeed.PATH)) return text.substring(text.indexOf("<entry>"), text.indexOf("</entry>"));
        if (path.endsWith(".csv"))
            return String.join("\n", text.lines().limit(2).toList());
        return path.endsWith(".json") ? text.substring(0, text.indexOf("cap")) : text;
    }

    private List<Alert> alerts(String event) {
        return files(event).stream()
                .filter(file -> file.path().matches("/cap/\\d+\\.xml"))
                .map(file -> CapReader.read(String.join("", file.texts()).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** The files of all its states, as a rebuild makes them, and the feed. */
    private List<SourceFile> files(String event) {
        var own = timeline(event).stream().map(EmergencyFiles::path).toList();
        return tenancy.in(MIYAGI, () -> files.files(MIYAGI)).stream()
                .filter(file -> file.path().equals(CapFeed.PATH) || own.contains(file.path()))
                .toList();
    }

    @Test
    void anAnnouncementBringsTheNewestStateOnlyForOlderOnesStandAlready() {
        var event = declare(Level.WARNING, false);
        lead(event, Phase.RESPONSE, Level.EMERGENCY);
        var announced = new Announcement(
                1, MIYAGI, new Event("emergency.changed", event, Map.of("governments", MIYAGI)), clock.instant(), 0);

        assertThat(tenancy.in(MIYAGI, () -> files.files(List.of(announced))))
                .extracting(SourceFile::path)
                .contains(EmergencyFiles.path(timeline(event).getLast()), CapFeed.PATH)
                .doesNotContain(EmergencyFiles.path(timeline(event).getFirst()));
    }

    private List<EmergencyChange> timeline(String event) {
        return tenancy.in(MIYAGI, () -> emergencies.changes(MIYAGI, event));
    }

    private String declare(Level level, boolean drill) {
        var outcome = declare.handle(new DeclareEmergency.Command(watch, declaration(level, drill)));
        assertThat(outcome.problems()).isEmpty();
        return outcome.event();
    }

    private Declaration declaration(Level level, boolean drill) {
        return new Declaration(
                Hazard.LANDSLIDE,
                level,
                Phase.ALERT,
                "土砂災害に警戒",
                List.of(SENDAI),
                "大雨で崖が崩れやすくなっています。",
                drill,
                clock.instant().plus(Duration.ofHours(6)));
    }

    private void lead(String event, Phase phase, Level level) {
        clock.advance(Duration.ofMinutes(10));
        assertThat(change.handle(command(event, phase, level))).isEmpty();
    }

    private String problems(String event, Phase phase) {
        return change.handle(command(event, phase, Level.WATCH)).toString();
    }

    private ChangeEmergency.Command command(String event, Phase phase, Level level) {
        return new ChangeEmergency.Command(
                watch, event, phase, level, "状況が変わりました。", clock.instant().plus(Duration.ofHours(6)));
    }
}
