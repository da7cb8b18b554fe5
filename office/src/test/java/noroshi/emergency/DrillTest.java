package noroshi.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import noroshi.channels.MailForTests;
import noroshi.lalert.LalertEntry;
import noroshi.lalert.LalertForTests;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.publishing.Series;
import noroshi.shelters.SheltersForOthers;
import noroshi.site.SiteTest;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.Part;
import noroshi.snapshot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A drill with everything: an emergency, evacuation orders decided alone and confirmed, a headquarters. Every output that changes says that it
 * is a drill, in itself and not by the banner above it; the same in earnest says it nowhere: the control.
 */
class DrillTest extends SiteTest {

    private static final String DRILL = "訓練";
    /** Stands in everything that is typed, so that what speaks of it is found in lists. */
    private static final String PLANTED = "ケヤキ";

    private final EmergencyStore emergencies = new EmergencyStore(sql);
    private final EvacuationStore orders = new EvacuationStore(sql);
    private final HeadquartersStore store = new HeadquartersStore(sql);
    private final MailForTests mail =
            new MailForTests(sql, tenancy, clock, outbox, audit, directory, series, publicArticles);
    private final Declared declared = new Declared(
            sql,
            emergencies,
            new EventNotes(store, orders),
            new EventArticle(publishAutomatically),
            directory,
            outbox,
            new SubscriberAlarm(mail.dispatches),
            clock);
    private final DeclareEmergency declare =
            new DeclareEmergency(tenancy, directory, emergencies, declared, audit, clock);
    private final ChangeEmergency change = new ChangeEmergency(tenancy, emergencies, declared, audit, clock);
    private final OrderEvacuation order =
            new OrderEvacuation(tenancy, directory, orders, emergencies, declared, audit, clock);
    private final ConfirmEvacuation confirm = new ConfirmEvacuation(tenancy, orders, order, declared, audit, clock);
    private final LeadHeadquarters lead =
            new LeadHeadquarters(tenancy, store, emergencies, declared, outbox, audit, clock);
    private final Map<String, String> seen = new TreeMap<>();
    /** As it was before anything happened: what is so again says nothing of it. */
    private final Map<String, String> before = new TreeMap<>();
    /** Address or name, and what it says. */
    private final Map<String, String> outputs = new TreeMap<>();

    private Officer second = sendai;
    private int step;

    @BeforeEach
    void everything() {
        tenancy.runEverywhere(
                () -> series.put(new Series(SENDAI, "emergency", "緊急・防災情報", "", "news", "koho", "safety", 1)));
        second = add(SENDAI, "second", Role.APPROVER);
        beans.registerSingleton("banners", new EmergencyBanners(emergencies, store));
        beans.registerSingleton("cap", new EmergencyFiles(emergencies, orders, directory, settings()));
        beans.registerSingleton("headquarters", new HeadquartersPages(store, emergencies, directory, settings()));
        listeners.addAll(mail.listeners());
        mail.subscribe(SENDAI, "resident@example.jp", Set.of("emergency"), Set.of(SENDAI));
        buildEverything();
    }

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void everyOutputOfADrillSaysThatItIsOne() {
        var documents = act(true);

        assertThat(outputs.keySet()).as("what was looked at").anyMatch(name -> name.contains("/cap/"));
        assertThat(outputs.entrySet().stream()
                        .filter(one -> !one.getValue().contains(DRILL))
                        .map(Map.Entry::getKey))
                .isEmpty();
        assertThat(outputs.entrySet().stream().flatMap(one -> unmarked(one.getKey(), one.getValue()).stream()
                        .map(entry -> one.getKey() + ": " + around(entry, PLANTED))))
                .isEmpty();
        assertThat(documents).hasSize(5).allSatisfy(entry -> {
            assertThat(entry.mark()).isEqualTo("drill");
            assertThat(entry.xml()).contains("<edxlde:distributionStatus>Exercise<", "<pcx_ib:Title>【訓練】");
        });
        System.out.printf("drill: %d outputs, %d L-Alert documents: %s%n", outputs.size(), documents.size(), kinds());
    }

    @Test
    void theSameInEarnestSaysItNowhere() {
        var documents = act(false);

        assertThat(outputs.entrySet().stream()
                        .filter(one -> one.getValue().contains(DRILL))
                        .map(one -> one.getKey() + ": " + around(one.getValue(), DRILL)))
                .isEmpty();
        assertThat(documents).hasSize(5).allSatisfy(entry -> assertThat(entry.xml())
                .doesNotContain(DRILL, "Exercise"));
        System.out.printf("real: %d outputs, %d L-Alert documents: %s%n", outputs.size(), documents.size(), kinds());
    }

    private static String around(String text, String word) {
        int at = text.indexOf(word);
        return text.substring(Math.max(0, at - 100), Math.min(text.length(), at + 100));
    }

    private Set<String> kinds() {
        var kinds = new TreeSet<String>();
        outputs.keySet()
                .forEach(name -> kinds.add(name.replaceFirst("^\\d+ ", "").replaceAll("\\d+", "n")));
        return kinds;
    }

    /** Entries of lists, feeds, tables and calendars each say it themselves. */
    private static List<String> unmarked(String name, String text) {
        var entries = name.endsWith(".csv")
                ? text.lines()
                : name.contains("feed") || name.endsWith(".json")
                        ? Stream.of(text.split("<entry>|\\{"))
                        : name.endsWith(".ics")
                                ? Stream.of(text.split("BEGIN:VEVENT"))
                                : name.endsWith("/") ? Stream.of(text.split("<li|<article|<h2|<h3")) : Stream.of(text);
        return entries.filter(entry -> entry.contains(PLANTED) && !entry.contains(DRILL))
                .toList();
    }

    /** An emergency, evacuation orders and a headquarters from beginning to end. */
    private List<LalertEntry> act(boolean drill) {
        var lalert = new LalertForTests(
                sql,
                tenancy,
                clock,
                audit,
                directory,
                settings(),
                new EvacuationStatus(orders),
                lead,
                SheltersForOthers.make(sql, tenancy));
        listeners.add(lalert.listener);
        deliverAnnouncements();
        look();
        outputs.clear();
        before.putAll(seen);
        fromBeginningToEnd(drill);
        mails();
        var documents = lalert.documents(SENDAI);
        documents.forEach(entry -> outputs.put("lalert " + entry.id(), entry.xml()));
        return documents;
    }

    private void fromBeginningToEnd(boolean drill) {
        var event = declare.handle(new DeclareEmergency.Command(sendai, declaration(drill)))
                .event();
        assertThat(event).isNotEmpty();
        look();
        var alone = propose(drill, true, EvacuationLevel.ORDER, PLANTED + "町");
        assertThat(order.decideAlone(sendai, alone, "承認者に連絡がつかないため").problems()).isEmpty();
        look();
        assertThat(confirm.confirm(second, alone, "")).isEmpty();
        look();
        var headquarters = lead.establish(sendai, terms(HeadquartersKind.WATCH, event, drill))
                .headquarters();
        assertThat(headquarters).isPositive();
        look();
        assertThat(lead.change(sendai, headquarters, terms(HeadquartersKind.DISASTER, event, drill))
                        .problems())
                .isEmpty();
        look();
        assertThat(lead.dissolve(sendai, headquarters, PLANTED + "が落ち着いたため", clock.instant())
                        .problems())
                .isEmpty();
        var lift = propose(drill, false, EvacuationLevel.ORDER, PLANTED + "町");
        assertThat(order.approve(second, lift).problems()).isEmpty();
        assertThat(change.handle(new ChangeEmergency.Command(
                        sendai, event, Phase.CLOSED, Level.DANGER, PLANTED + "を終えました。", clock.instant())))
                .isEmpty();
        look();
    }

    private void mails() {
        var mails = mail.sent();
        assertThat(mails).hasSize(2);
        for (int i = 0; i < mails.size(); i++) {
            outputs.put("mail subject " + i, mails.get(i).subject());
            outputs.put("mail text " + i, mails.get(i).plain());
            outputs.put("mail html " + i, mails.get(i).html());
        }
    }

    private long propose(boolean drill, boolean issue, EvacuationLevel level, String block) {
        var outcome = order.propose(
                sendai,
                new EvacuationOrder(
                        0,
                        issue,
                        Hazard.FLOOD,
                        level,
                        List.of(block),
                        PLANTED + "川があふれそうです。",
                        drill,
                        0,
                        clock.instant(),
                        "",
                        ""));
        assertThat(outcome.problems()).isEmpty();
        return outcome.order();
    }

    private Declaration declaration(boolean drill) {
        return new Declaration(
                Hazard.HEAVY_RAIN,
                Level.DANGER,
                Phase.ALERT,
                PLANTED + "警戒",
                List.of(SENDAI),
                PLANTED + "に大雨が降っています。",
                drill,
                clock.instant().plus(Duration.ofHours(6)));
    }

    private HeadquartersTerms terms(HeadquartersKind kind, String event, boolean drill) {
        return new HeadquartersTerms(
                kind, "", event, PLANTED + "庁舎", PLANTED + "市長", PLANTED + "の大雨のため", drill, clock.instant());
    }

    /** What changed since the last look, each record by what is its own: slots are outputs of their own. */
    private void look() {
        deliverAnnouncements();
        clock.advance(Duration.ofMinutes(1));
        var now = new TreeMap<String, String>();
        var slots = new TreeSet<String>();
        var snapshot = snapshot();
        snapshot.keys(key -> {
            var timeline = java.util.Objects.requireNonNull(snapshot.find(key));
            var text = new StringBuilder();
            for (var one : timeline.steps()) text.append(text(one.value(), slots));
            now.put(key.toString(), text.toString());
        });
        for (var name : slots) {
            var timeline = snapshot.slot(name);
            if (timeline == null) continue;
            var text = new StringBuilder();
            for (var one : timeline.steps()) text.append(text(one.value(), new TreeSet<>()));
            now.put("slot " + name, text.toString());
        }
        step++;
        now.forEach((name, text) -> {
            boolean changed = !text.equals(seen.put(name, text)) && !text.equals(before.get(name));
            if (changed && says(name, text)) outputs.put(step + " " + name, text);
        });
    }

    /** Site maps hold addresses and instants only; an emptied banner holds nothing. */
    private static boolean says(String name, String text) {
        return !name.contains("sitemap") && !(name.startsWith("slot ") && !text.contains(PLANTED));
    }

    private static String text(Value value, Set<String> slots) {
        return switch (value) {
            case Value.Page page -> text(page.parts(), slots);
            case Value.Gone gone -> text(gone.parts(), slots);
            case Value.Moved moved -> moved.target();
            case Value.Absent absent -> "";
        };
    }

    private static String text(List<Part> parts, Set<String> slots) {
        var texts = new ArrayList<String>();
        for (var part : parts)
            switch (part) {
                case Part.Piece(var fragment) -> texts.add(plain(fragment));
                case Part.Timed(var steps) -> steps.steps().forEach(one -> texts.add(plain(one.value())));
                case Part.Slot(var name) -> slots.add(name);
                case Part.Blank blank -> {}
            }
        return String.join("", texts);
    }

    private static String plain(Fragment fragment) {
        return new String(fragment.plain(), StandardCharsets.UTF_8);
    }
}
