package noroshi.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import noroshi.publishing.Content;
import noroshi.publishing.Outcome;
import noroshi.publishing.WriteArticle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfficeSearchTest extends CareTest {

    private List<OfficeSearch.Hit> find(String government, String login, String words, @Nullable String state) {
        return office.bean(OfficeSearch.class)
                .find(
                        government,
                        officer(government, login),
                        new OfficeSearch.Question(words, null, state, null, null, null, null),
                        0)
                .hits();
    }

    private long draft(String title, String body) {
        var sato = officer(MIYAGI, "sato");
        var series = tenancy.in(
                MIYAGI, () -> sql.sql("select code from series where government = '040002' order by code limit 1")
                        .query(String.class)
                        .single());
        var outcome = office.bean(WriteArticle.class)
                .handle(new WriteArticle.Command(MIYAGI, series, Content.of(title, "", body), sato, Instant.now()));
        return ((Outcome.Done) outcome).article().id();
    }

    @Test
    void aDraftIsFoundByAnyPartOfItsWordsHoweverTheyAreWritten() {
        long id = draft("復旧工事の予定", "蔵王町のガソリンスタンド前で、ＡＢＣ商会が舗装をやり直します。");
        lookAtAll();
        for (var words : List.of("ガソリン", "がそりん", "abc商会", "復旧工事 舗装", "装をや"))
            assertThat(find(MIYAGI, "sato", words, null)).as(words).anyMatch(hit -> hit.subject()
                    .equals("" + id));
        assertThat(find(MIYAGI, "sato", "復旧工事 存在しない言葉", null)).isEmpty();
        assertThat(find(MIYAGI, "sato", "「工事復旧」", null)).isEmpty();
        assertThat(find(MIYAGI, "sato", "ガソリン 舗装", "public")).isEmpty();
    }

    @Test
    void theHitIsMarkedAtItsPlace() {
        draft("検索の印", "長い前置きです。".repeat(20) + "ここに目印語という言葉があります。" + "長い後書きです。".repeat(20));
        lookAtAll();
        var hit = find(MIYAGI, "sato", "目印語", null).getFirst();
        assertThat(hit.excerpt().get(1)).isEqualTo("目印語");
        assertThat(hit.excerpt().getFirst()).startsWith("…");
        assertThat(hit.excerpt().getLast()).endsWith("…");
        assertThat(String.join("", hit.excerpt())).hasSizeLessThan(250);
    }

    @Test
    void anotherGovernmentsDraftsAreNotFound() {
        draft("県だけの秘密の下書き", "仙台市には見えない言葉の本文です。");
        lookAtAll();
        assertThat(find(SENDAI, "sendai-koho", "見えない言葉", null)).isEmpty();
        assertThat(office.bean(OfficeSearch.class)
                        .find(
                                MIYAGI,
                                officer(SENDAI, "sendai-koho"),
                                new OfficeSearch.Question("見えない言葉", null, null, null, null, null, null),
                                0)
                        .hits())
                .isEmpty();
    }

    @Test
    void aChangedDraftIsFoundByItsNewWords() {
        var first = published(MIYAGI, "search-change", "言い換える記事", "以前の言い回しです。");
        lookAtAll();
        published(MIYAGI, "search-change", "言い換える記事", "新しい言い回しです。");
        lookAtAll();
        assertThat(find(MIYAGI, "sato", "新しい言い回し", null))
                .anyMatch(hit -> hit.subject().equals("" + first.id()));
        assertThat(find(MIYAGI, "sato", "以前の言い回し", null))
                .noneMatch(hit -> hit.subject().equals("" + first.id()));
    }

    @Test
    void wordsAreTakenApartAtBlanksAndKeptTogetherInBrackets() {
        assertThat(OfficeSearch.words("道路　復旧 「通行 止め」")).containsExactly("道路", "復旧", "通行 止め");
    }

    @Test
    void twoHitsBesideEachOtherAreOneMark() {
        assertThat(OfficeSearch.excerpt("県道の通行止め", List.of("通行", "止め"))).containsExactly("県道の", "通行止め");
        assertThat(OfficeSearch.excerpt("通行止め", List.of("通行"))).containsExactly("", "通行", "止め");
    }
}
