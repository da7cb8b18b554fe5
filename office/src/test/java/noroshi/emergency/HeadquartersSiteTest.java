package noroshi.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.site.SiteTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an act of a headquarters to what readers get. */
class HeadquartersSiteTest extends SiteTest {

    private final EmergencyStore emergencies = new EmergencyStore(sql);
    private final HeadquartersStore store = new HeadquartersStore(sql);
    private final Declared declared = new Declared(
            sql,
            emergencies,
            new EventNotes(store, new EvacuationStore(sql)),
            new EventArticle(publishAutomatically),
            directory,
            outbox,
            (government, areas, subject, text, marks, path, key) -> {},
            clock);
    private final LeadHeadquarters lead =
            new LeadHeadquarters(tenancy, store, emergencies, declared, outbox, audit, clock);
    private Officer sendaiDuty = sendai;

    @BeforeEach
    void headquarters() {
        beans.registerSingleton("banners", new EmergencyBanners(emergencies, store));
        beans.registerSingleton("headquarters", new HeadquartersPages(store, emergencies, directory, settings()));
        sendaiDuty = add(SENDAI, "duty", Role.EMERGENCY);
        buildEverything();
        assertThat(get("/headquarters/")).contains("いま、設置している本部はありません。");
    }

    @Test
    void thePagesTheDataTheFeedAndTheBannerFollowEachAct() {
        lead.establish(watch, terms(HeadquartersKind.WATCH, false));
        deliverAnnouncements();

        assertThat(get("/headquarters/"))
                .contains("災害警戒本部（宮城県）", "県庁2階 講堂", "知事")
                .doesNotContain("訓練");
        assertThat(get("/")).contains("災害警戒本部を設置しました");
        clock.advance(Duration.ofHours(1));
        lead.change(watch, 1, terms(HeadquartersKind.DISASTER, false));
        deliverAnnouncements();

        for (var variant : List.of("", "/l", "/t"))
            assertThat(get(variant + "/headquarters/")).as(variant).contains("災害警戒本部を災害対策本部に改めました。");
        assertThat(get("/")).contains("災害警戒本部を災害対策本部に改めました");
        assertThat(get("/headquarters/headquarters.csv")).contains(",1,2,変更,災害対策本部,災害対策本部,");
        assertThat(get("/headquarters/headquarters.json")).contains("\"stands\":true", "\"kind\":\"DISASTER\"");
        assertThat(get("/headquarters/feed.xml")).contains("災害警戒本部を災害対策本部に改めました。（宮城県）");

        clock.advance(Duration.ofHours(1));
        lead.dissolve(watch, 1, "落ち着いたため", clock.instant());
        deliverAnnouncements();
        assertThat(get("/headquarters/")).contains("いま、設置している本部はありません。", "これまでの本部", "災害対策本部を解散しました。");
        assertThat(get("/")).doesNotContain("災害警戒本部を");
        assertThat(get("/headquarters/headquarters.json")).contains("\"stands\":false", "dissolvedAt");
    }

    @Test
    void thePrefecturesPageTellsOfAllItsMunicipalities() {
        lead.establish(sendaiDuty, terms(HeadquartersKind.DISASTER, false));
        deliverAnnouncements();

        assertThat(get("/headquarters/")).contains("市町村の本部", "/041009/headquarters/", "仙台市");
        assertThat(get("/headquarters/headquarters.csv")).contains("041009,仙台市,1,1,設置");
        assertThat(get("/headquarters/feed.xml")).contains("災害対策本部を設置しました。（仙台市）");
        assertThat(get("/")).as("another government's banner").doesNotContain("災害対策本部を設置しました");
    }

    @Test
    void theBannerGoesByTheClockAfterADayAndThePageStays() {
        lead.establish(watch, terms(HeadquartersKind.DISASTER, false));
        deliverAnnouncements();
        assertThat(get("/")).contains("災害対策本部を設置しました");

        clock.advance(EmergencyBanners.HEADQUARTERS_SHOWN.plusSeconds(1));

        assertThat(get("/")).doesNotContain("災害対策本部を設置しました");
        assertThat(get("/headquarters/")).contains("災害対策本部（宮城県）");
    }

    private HeadquartersTerms terms(HeadquartersKind kind, boolean drill) {
        return new HeadquartersTerms(kind, "", "", "県庁2階 講堂", "知事", "大雨のため", drill, clock.instant());
    }
}
