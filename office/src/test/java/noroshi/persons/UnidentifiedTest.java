package noroshi.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnidentifiedTest extends PersonsHouse {

    private long found(String clothing, boolean deceased) {
        var seen = new Unidentified.Description(
                clock.instant(), "門脇海岸", deceased, Sex.UNKNOWN, 40, 50, 170, "", "", clothing, "", "", "右腕に傷", "");
        return ((PersonOutcome.Done) unidentified().record(ISHINOMAKI, seen, writer, clock.instant())).person();
    }

    private List<String> kept() {
        return unidentified().list(ISHINOMAKI).stream()
                .map(one -> one.seen().clothing())
                .toList();
    }

    @Test
    void whatWasSeenOfSomebodyIsErasedAfterTheyWereNamedAndTheirRecordWent() {
        long named = found("青い上着", true);
        found("赤い帽子", true);
        long person = person("山田", "太郎", "", "", Consent.UNKNOWN);
        unidentified().identify(ISHINOMAKI, named, person, approver, clock.instant());
        clock.advance(Unidentified.IDENTIFIED_LIFE.minusSeconds(1));
        expiry().handle();
        assertThat(kept()).containsExactlyInAnyOrder("青い上着", "赤い帽子");

        clock.advance(Duration.ofSeconds(1));
        expiry().handle();

        assertThat(kept()).containsExactly("赤い帽子");
        assertThat(rows()).doesNotContain("青い上着").contains("赤い帽子");
    }

    @Test
    void whoHasNoNameYetIsKeptTheLivingForAYearTheDeadForFive() {
        found("青い上着", false);
        found("赤い帽子", true);

        clock.advance(Unidentified.LIVING_LIFE);
        expiry().handle();
        assertThat(kept()).containsExactly("赤い帽子");

        clock.advance(Unidentified.DEAD_LIFE.minus(Unidentified.LIVING_LIFE));
        expiry().handle();
        assertThat(kept()).isEmpty();
        assertThat(rows()).doesNotContain("上着", "帽子", "右腕", "海岸");
        assertThat(tenancy.everywhere(() -> sql.sql("select count(*)::int from audit where act = 'unidentified.erased'")
                        .query(Integer.class)
                        .single()))
                .isEqualTo(2);
    }

    private String rows() {
        return tenancy.everywhere(() -> String.join(
                "\n",
                sql.sql("select u::text from person_unidentified u")
                        .query(String.class)
                        .list()));
    }
}
