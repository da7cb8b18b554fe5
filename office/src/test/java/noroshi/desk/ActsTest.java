package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActsTest extends DeskTest {

    @Test
    void everyActOfTheRecordHasAWord() {
        var acts = tenancy.everywhere(() ->
                sql.sql("select distinct act from audit").query(String.class).list());
        assertThat(acts).isNotEmpty().allSatisfy(act -> assertThat(Acts.japanese(act))
                .isNotEqualTo(act));
    }
}
