package noroshi.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import noroshi.demo.DemonstrationFiles.Text;
import org.junit.jupiter.api.Test;

/** What the demonstration promises: every code exists, every link leads somewhere, and there is enough of everything. */
class DemonstrationFilesTest {

    private static final String PREFECTURE = "040002";
    private static final String OFFSET = "[+-]\\d{1,4}d";
    private static final String MOMENT = OFFSET + " ([01]\\d|2[0-3]):[0-5]\\d";
    private static final Pattern EVENT = Pattern.compile("%s / %s / \\S.*".formatted(MOMENT, MOMENT));
    private static final Pattern CORRECTION = Pattern.compile(MOMENT + " \\| \\S.*");
    private static final Pattern DATE = Pattern.compile("\\{\\{(.*?)}}");
    private static final Pattern LINK = Pattern.compile("\\]\\((.*?)\\)");
    private static final Pattern PHONE = Pattern.compile("0\\d{1,3}-\\d{2,4}-\\d{4}");
    private static final Set<String> KEYS = Set.of(
            "id",
            "government",
            "series",
            "title",
            "summary",
            "department",
            "areas",
            "topics",
            "published",
            "closes",
            "event",
            "correction",
            "season",
            "image",
            "alt",
            "author");
    private static final Set<String> ROLES = Set.of("author", "approver", "publisher", "administrator", "emergency");
    private static final Set<String> ALL_ROLES =
            Set.of("author", "approver", "publisher", "administrator", "emergency", "waiver", "head");
    private static final List<String> FORBIDDEN =
            List.of("lorem", "ipsum", "要確認", "作成中", "ダミー", "サンプル", "○○", "××", "仮文", "/work/", "http://", "<script");

    private static final int TITLE_CHARACTERS_MAX = 60;
    private static final int SUMMARY_CHARACTERS_MAX = 200;
    private static final int LONG_ARTICLE_CHARACTERS = 6_000;

    private final List<Map<String, String>> governments = DemonstrationFiles.table("governments.csv");
    private final List<Map<String, String>> departments = DemonstrationFiles.table("departments.csv");
    private final List<Map<String, String>> officers = DemonstrationFiles.table("officers.csv");
    private final List<Map<String, String>> series = DemonstrationFiles.table("series.csv");
    private final List<Map<String, String>> areas = DemonstrationFiles.table("areas.csv");
    private final Set<String> governmentCodes = column(governments, "code");
    private final Set<String> areaCodes = column(areas, "code");
    private final Set<String> topicCodes = column(DemonstrationFiles.table("topics.csv"), "code");
    private final Set<String> departmentCodes = owned(departments);
    private final Set<String> seriesCodes = owned(series);
    private final List<Text> articles = DemonstrationFiles.articles();
    private final Set<String> articleIds = articles.stream().map(Text::id).collect(toSet());

    @Test
    void thePrefectureAndItsMunicipalitiesAreComplete() {
        assertThat(count(governments, "kind"))
                .isEqualTo(Map.of("prefecture", 1L, "city", 14L, "town", 20L, "village", 1L));
        assertThat(count(areas, "kind"))
                .isEqualTo(Map.of("prefecture", 1L, "region", 7L, "municipality", 35L, "ward", 5L));
        assertThat(areaCodes).containsAll(governmentCodes);
        assertThat(wrong(
                        areas,
                        area -> area.getOrDefault("parent", "").isEmpty()
                                || areaCodes.contains(area.getOrDefault("parent", ""))))
                .isEmpty();
    }

    @Test
    void everyGovernmentCodeHasItsCheckDigit() {
        // 全国地方公共団体コード: digits × 6…2, 11 − (sum mod 11), the last digit of it.
        assertThat(governmentCodes).allSatisfy(code -> {
            int sum = 0;
            for (int i = 0; i < 5; i++) sum += (code.charAt(i) - '0') * (6 - i);
            assertThat((11 - sum % 11) % 10).isEqualTo(code.charAt(5) - '0');
        });
    }

    @Test
    void everyGovernmentsColorIsReadableOnWhite() {
        assertThat(governments)
                .allSatisfy(government -> assertThat(contrastOnWhite(government.getOrDefault("color", "")))
                        .as(government.getOrDefault("name", ""))
                        .isGreaterThanOrEqualTo(4.5));
    }

    @Test
    void departmentsOfficersAndSeriesBelongTogether() {
        assertThat(wrong(
                        departments,
                        row -> governmentCodes.contains(row.getOrDefault("government", ""))
                                && (row.getOrDefault("parent", "").isEmpty()
                                        || departmentCodes.contains(row.getOrDefault("government", "") + "/"
                                                + row.getOrDefault("parent", "")))))
                .isEmpty();
        assertThat(wrong(
                        officers,
                        row -> departmentCodes.contains(
                                        row.getOrDefault("government", "") + "/" + row.getOrDefault("department", ""))
                                && ALL_ROLES.containsAll(
                                        List.of(row.getOrDefault("roles", "").split(";")))))
                .isEmpty();
        assertThat(wrong(
                        series,
                        row -> departmentCodes.contains(
                                        row.getOrDefault("government", "") + "/" + row.getOrDefault("department", ""))
                                && topicCodes.contains(row.getOrDefault("topic", ""))
                                && Integer.parseInt(row.getOrDefault("approvals", "")) > 0))
                .isEmpty();
        assertThat(officers)
                .extracting(row -> row.getOrDefault("login", ""))
                .doesNotHaveDuplicates()
                .contains("sato", "suzuki", "takahashi", "admin", "kiki");
    }

    @Test
    void everyGovernmentCanWriteApproveAndSpeakInAnEmergency() {
        assertThat(governmentCodes).allSatisfy(government -> {
            var roles = officers.stream()
                    .filter(row -> row.getOrDefault("government", "").equals(government))
                    .flatMap(row -> Stream.of(row.getOrDefault("roles", "").split(";")))
                    .collect(toSet());
            assertThat(roles).as(government).containsAll(ROLES);
            assertThat(seriesCodes).contains(government + "/news", government + "/emergency", government + "/events");
        });
    }

    @Test
    void everyArticleNamesExistingThings() {
        var logins = officers.stream()
                .collect(groupingBy(
                        row -> row.getOrDefault("government", ""),
                        java.util.stream.Collectors.mapping(row -> row.getOrDefault("login", ""), toSet())));
        assertThat(articles).allSatisfy(article -> {
            var government = article.value("government");
            assertThat(KEYS).as(article.id()).containsAll(article.head().keySet());
            assertThat(seriesCodes).as(article.id()).contains(government + "/" + article.value("series"));
            assertThat(departmentCodes).as(article.id()).contains(government + "/" + article.value("department"));
            assertThat(logins.get(government)).as(article.id()).contains(article.value("author"));
            assertThat(article.codes("areas")).as(article.id()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(areaCodes).as(article.id()).containsAll(article.codes("areas"));
            assertThat(article.codes("topics")).as(article.id()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(topicCodes).as(article.id()).containsAll(article.codes("topics"));
        });
    }

    @Test
    void idsAreUniqueAndTitlesDiffer() {
        assertThat(articles).extracting(Text::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9-]{3,60}"));
        assertThat(articles).extracting(article -> article.value("title")).doesNotHaveDuplicates();
        assertThat(articles).extracting(Text::body).doesNotHaveDuplicates();
    }

    @Test
    void titlesSummariesAndTimesKeepTheirForm() {
        assertThat(articles).allSatisfy(article -> {
            assertThat(article.value("title")).hasSizeBetween(8, TITLE_CHARACTERS_MAX);
            assertThat(article.value("summary"))
                    .as(article.id())
                    .hasSizeBetween(20, SUMMARY_CHARACTERS_MAX)
                    .endsWith("。");
            assertThat(article.value("published")).as(article.id()).matches(MOMENT);
            absentOr(article, "closes", Pattern.compile(MOMENT));
            absentOr(article, "event", EVENT);
            absentOr(article, "correction", CORRECTION);
            absentOr(article, "season", Pattern.compile("(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])"));
        });
    }

    @Test
    void aCorrectionComesAfterThePublicationAndAnEventEndsAfterItsStart() {
        assertThat(articles).allSatisfy(article -> {
            if (article.head().containsKey("correction"))
                assertThat(minutes(article.value("correction")))
                        .as(article.id())
                        .isGreaterThan(minutes(article.value("published")));
            if (article.head().containsKey("closes"))
                assertThat(minutes(article.value("closes")))
                        .as(article.id())
                        .isGreaterThan(minutes(article.value("published")));
            if (article.head().containsKey("event")) {
                var parts = article.value("event").split(" / ");
                assertThat(minutes(parts[1])).as(article.id()).isGreaterThan(minutes(parts[0]));
            }
        });
    }

    @Test
    void linksAndDatesInTextsResolve() {
        assertThat(articles).allSatisfy(article -> {
            LINK.matcher(article.body()).results().map(link -> link.group(1)).forEach(target -> assertThat(target)
                    .as(article.id())
                    .startsWith("article:")
                    .satisfies(it -> assertThat(articleIds).contains(it.substring("article:".length()))));
            DATE.matcher(article.value("summary") + article.body())
                    .results()
                    .forEach(date -> assertThat(date.group(1)).as(article.id()).matches(OFFSET + "( (Y|M|YM))?"));
            assertThat(article.value("title")).doesNotContain("{{");
        });
    }

    @Test
    void anImageHasItsAlternativeText() {
        assertThat(articles).allSatisfy(article -> {
            assertThat(article.head().containsKey("alt"))
                    .as(article.id())
                    .isEqualTo(article.head().containsKey("image"));
            if (article.head().containsKey("image"))
                assertThat(DemonstrationFiles.FOLDER.resolve("images").resolve(article.value("image")))
                        .exists();
        });
    }

    @Test
    void whatWasAnEmergencySaysThatItIsOver() {
        var over = Pattern.compile("^【(解除|終了|閉鎖|復旧済み|運転再開)】.*");
        assertThat(articles)
                .filteredOn(article -> article.value("series").equals("emergency"))
                .filteredOn(article ->
                        !Set.of("pref-emergency-model", "pref-emergency-kunren").contains(article.id()))
                .allSatisfy(article -> {
                    assertThat(article.value("title")).matches(over);
                    assertThat(minutes(article.value("published"))).isLessThan(-10 * 24 * 60);
                });
    }

    @Test
    void thereIsEnoughOfEverything() {
        var perGovernment = articles.stream().collect(groupingBy(article -> article.value("government"), counting()));
        var perSeries = articles.stream()
                .filter(article -> article.value("government").equals(PREFECTURE))
                .collect(groupingBy(article -> article.value("series"), counting()));
        assertThat(articles).hasSizeGreaterThanOrEqualTo(330);
        assertThat(perGovernment.get(PREFECTURE)).isGreaterThanOrEqualTo(130);
        assertThat(governmentCodes)
                .allSatisfy(code -> assertThat(perGovernment.get(code)).isGreaterThanOrEqualTo(5));
        assertThat(perSeries).hasSize(13).allSatisfy((code, articles) -> assertThat(articles)
                .isGreaterThanOrEqualTo(6));
        assertThat(List.of("press", "blog", "works", "musubi", "mailmagazine"))
                .allSatisfy(code -> assertThat(perSeries.get(code)).isGreaterThanOrEqualTo(10));
        assertThat(articles)
                .filteredOn(article -> article.body().length() >= LONG_ARTICLE_CHARACTERS)
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(articles)
                .filteredOn(article -> article.value("published").startsWith("+"))
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(articles)
                .filteredOn(article -> article.head().containsKey("event"))
                .hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void subscribersAreFictionalAndAskForWhatExists() {
        var subscribers = DemonstrationFiles.table("subscribers.csv");
        assertThat(subscribers)
                .hasSizeGreaterThanOrEqualTo(60)
                .extracting(row -> row.getOrDefault("email", ""))
                .doesNotHaveDuplicates();
        assertThat(subscribers).allSatisfy(row -> {
            assertThat(row.getOrDefault("email", "")).matches("[a-z0-9.]+@example\\.(jp|com)");
            for (var interest : row.getOrDefault("interests", "").split(";")) {
                if (interest.startsWith("area:")) assertThat(areaCodes).contains(interest.substring(5));
                else
                    assertThat(seriesCodes.stream().map(code -> "series:" + code))
                            .contains(interest);
            }
        });
    }

    @Test
    void nothingPointsAtRealTelephonesMailboxesOrUnfinishedText() throws java.io.IOException {
        try (var files = Files.walk(DemonstrationFiles.FOLDER)) {
            assertThat(files.filter(file -> file.toString().matches(".*\\.(csv|txt)")))
                    .allSatisfy(file -> {
                        var text = DemonstrationFiles.read(file);
                        assertThat(text)
                                .as(file.toString())
                                .doesNotContainIgnoringCase(FORBIDDEN.toArray(String[]::new))
                                .doesNotContain("\r", "\uFEFF", "\uFFFD");
                        assertThat(PHONE.matcher(text).results().map(phone -> phone.group()))
                                .as(file.toString())
                                .allMatch(phone -> phone.startsWith("022-000-"));
                        assertThat(Pattern.compile("@[A-Za-z0-9.-]+")
                                        .matcher(text)
                                        .results()
                                        .map(mail -> mail.group()))
                                .as(file.toString())
                                .allMatch(mail ->
                                        mail.matches("@([a-z-]+\\.)?example\\.(jp|com)|@pref\\.miyagi\\.example"));
                    });
        }
    }

    private static void absentOr(Text article, String key, Pattern form) {
        if (article.head().containsKey(key))
            assertThat(article.value(key)).as(article.id()).matches(form);
    }

    /** Minutes from the start of the day of filling to a moment such as `-3d 09:00`. */
    private static long minutes(String moment) {
        var time = moment.substring(moment.indexOf(' ') + 1).substring(0, 5).split(":");
        return Long.parseLong(moment.substring(0, moment.indexOf('d'))) * 24 * 60
                + Long.parseLong(time[0]) * 60
                + Long.parseLong(time[1]);
    }

    private static double contrastOnWhite(String color) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double luminance = 0;
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(color.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            luminance += weights[i] * (c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return 1.05 / (luminance + 0.05);
    }

    private static Set<String> column(List<Map<String, String>> rows, String column) {
        return rows.stream().map(row -> row.get(column)).collect(toSet());
    }

    private static Set<String> owned(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> row.getOrDefault("government", "") + "/" + row.getOrDefault("code", ""))
                .collect(toSet());
    }

    private static Map<String, Long> count(List<Map<String, String>> rows, String column) {
        return rows.stream().map(row -> row.get(column)).collect(groupingBy(Function.identity(), counting()));
    }

    private static List<Map<String, String>> wrong(
            List<Map<String, String>> rows, Predicate<Map<String, String>> right) {
        return rows.stream().filter(right.negate()).toList();
    }
}
