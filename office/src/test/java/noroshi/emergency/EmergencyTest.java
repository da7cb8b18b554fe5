package noroshi.emergency;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import noroshi.platform.Settings;
import noroshi.publishing.PublishingTest;
import org.jspecify.annotations.Nullable;

/** A test of what telegrams do, on the real PostgreSQL; who would be told is written into {@link #told}. */
abstract class EmergencyTest extends PublishingTest {

    protected final EmergencyStore emergencies = new EmergencyStore(sql);
    protected final ReplayStore replays = new ReplayStore(sql);
    protected final TelegramStore telegrams = new TelegramStore(sql);
    protected final List<String> told = new ArrayList<>();
    /** Marks and places of those told, e.g. drill [042064]. */
    protected final List<String> toldWhom = new ArrayList<>();

    private final Alarm alarm = (government, areas, subject, text, marks, path, key) -> {
        told.add(subject);
        toldWhom.add(marks + " " + areas);
    };
    private final EventArticle eventArticle = new EventArticle(publishAutomatically);
    protected final WorkOutEvent workOutEvent =
            new WorkOutEvent(telegrams, emergencies, eventArticle, directory, outbox, alarm, audit);
    protected final HeadquartersStore headquarters = new HeadquartersStore(sql);
    protected final EventNotes notes = new EventNotes(headquarters, new EvacuationStore(sql));
    protected final Declared declared =
            new Declared(sql, emergencies, notes, eventArticle, directory, outbox, alarm, clock);
    protected final LeadHeadquarters lead =
            new LeadHeadquarters(tenancy, headquarters, emergencies, declared, outbox, audit, clock);
    protected final TakeTelegram takeTelegram =
            new TakeTelegram(tenancy, telegrams, replays, workOutEvent, clock, settings(true, null));

    protected List<Emergency> standing() {
        return tenancy.in(MIYAGI, () -> emergencies.listActive(MIYAGI));
    }

    protected List<StoredTelegram> kept() {
        return tenancy.in(MIYAGI, () -> telegrams.newest(MIYAGI, 300));
    }

    protected static Settings settings(boolean demo, @Nullable Path folder, URI... feeds) {
        return new Settings(
                URI.create("http://localhost:8080"),
                URI.create("http://localhost:8081"),
                Path.of("target"),
                MIYAGI,
                demo,
                new Settings.Database("", "", ""),
                List.of(),
                new Settings.Smtp("localhost", 25, "", "", "none", "a@example.jp"),
                new Settings.Jma(List.of(feeds), folder),
                null);
    }

    /** A 震度速報 of our own: 震度６強 in 宮城県北部. */
    protected static byte[] telegram(String status, String at) {
        return telegram(status, at, "20260311144500");
    }

    protected static byte[] telegram(String status, String at, String event) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <Report xmlns="http://xml.kishou.go.jp/jmaxml1/">
            <Control><Title>震度速報</Title><DateTime>2026-03-11T05:46:00Z</DateTime><Status>%s</Status>
            <EditorialOffice>気象庁本庁</EditorialOffice><PublishingOffice>気象庁</PublishingOffice></Control>
            <Head xmlns="http://xml.kishou.go.jp/jmaxml1/informationBasis1/"><Title>震度速報</Title>
            <ReportDateTime>%s</ReportDateTime><TargetDateTime>%s</TargetDateTime><EventID>%s</EventID>
            <InfoType>発表</InfoType><Serial/><InfoKind>震度速報</InfoKind><InfoKindVersion>1.0_1</InfoKindVersion>
            <Headline><Text>強い揺れを感じました。</Text></Headline></Head>
            <Body xmlns="http://xml.kishou.go.jp/jmaxml1/body/seismology1/"><Intensity><Observation>
            <MaxInt>6+</MaxInt><Pref><Name>宮城県</Name><Code>04</Code><MaxInt>6+</MaxInt>
            <Area><Name>宮城県北部</Name><Code>220</Code><MaxInt>6+</MaxInt></Area></Pref>
            </Observation></Intensity></Body></Report>
            """.formatted(status, at, at, event).getBytes(StandardCharsets.UTF_8);
    }
}
