package noroshi.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import noroshi.people.Contact;
import org.junit.jupiter.api.Test;

class RehearseTest {

    private static final Contact PHONE = new Contact("022-000-0001", "", "", "", "", "");
    private static final List<Unit> UNITS = List.of(
            new Unit("soumu", "総務部", "", PHONE),
            new Unit("kouhou", "広報課", "soumu", PHONE),
            new Unit("jouhou", "情報課", "soumu", PHONE),
            new Unit("kanko", "観光課", "", PHONE));
    private static final Holdings HELD = new Holdings(
            List.of(
                    new Holdings.Paper(1, "news", "kouhou", true),
                    new Holdings.Paper(2, "press", "kouhou", true),
                    new Holdings.Paper(3, "press", "kouhou", false),
                    new Holdings.Paper(4, "news", "jouhou", true)),
            List.of(new Holdings.Stream("press", "プレス", "kouhou"), new Holdings.Stream("news", "お知らせ", "jouhou")),
            List.of(
                    new Holdings.Person(11, "sato", "佐藤", "kouhou", true),
                    new Holdings.Person(12, "ito", "伊藤", "kouhou", true)),
            Map.of("kouhou", 2, "jouhou", 1),
            Map.of("問い合わせ", Map.of("kouhou", 5)));

    private static Rehearsal play(Act... acts) {
        return Rehearse.of(UNITS, Set.of("mukashi"), HELD, List.of(acts));
    }

    private static List<String> problems(Act... acts) {
        return play(acts).problems().stream().map(Rehearsal.Problem::text).toList();
    }

    @Test
    void twoDepartmentsBecomeANewOne() {
        var rehearsal = play(
                new Act.Found("koho-joho", "広報情報課", "soumu", PHONE),
                new Act.Merge(List.of("kouhou", "jouhou"), "koho-joho"));

        assertThat(rehearsal.problems()).isEmpty();
        assertThat(rehearsal.heirs()).isEqualTo(Map.of("jouhou", "koho-joho", "kouhou", "koho-joho"));
        assertThat(rehearsal.moves()).hasSize(4 + 2 + 2 + 1).allMatch(m -> m.to().equals("koho-joho"));
        assertThat(rehearsal.redirects())
                .containsEntry("/departments/kouhou/", "/departments/koho-joho/")
                .containsEntry("/departments/kouhou/p/2", "/departments/koho-joho/")
                .containsEntry("/inquiry/jouhou", "/inquiry/koho-joho")
                .hasSize(2 + 2 + 2 + 1);
    }

    @Test
    void aDepartmentIsDividedByRulesOfWhichTheFinerStandsAboveTheCoarser() {
        var rehearsal = play(new Act.Split(
                "kouhou", "jouhou", Map.of("press", "kanko"), Map.of(3L, "soumu"), Map.of("sato", "kanko")));

        assertThat(rehearsal.problems()).isEmpty();
        assertThat(to(rehearsal, "article", "1")).isEqualTo("jouhou");
        assertThat(to(rehearsal, "article", "2")).isEqualTo("kanko");
        assertThat(to(rehearsal, "article", "3")).isEqualTo("soumu");
        assertThat(to(rehearsal, "series", "press")).isEqualTo("kanko");
        assertThat(to(rehearsal, "officer", "11")).isEqualTo("kanko");
        assertThat(to(rehearsal, "officer", "12")).isEqualTo("jouhou");
        assertThat(rehearsal.heirs()).containsExactly(Map.entry("kouhou", "jouhou"));
    }

    @Test
    void aDividedDepartmentMayGoOn() {
        var rehearsal = play(new Act.Split("kouhou", "kouhou", Map.of("press", "kanko"), Map.of(), Map.of()));

        assertThat(rehearsal.heirs()).isEmpty();
        assertThat(rehearsal.moves()).extracting(Rehearsal.Move::key).containsExactlyInAnyOrder("2", "3", "press");
    }

    private static String to(Rehearsal rehearsal, String kind, String key) {
        return rehearsal.moves().stream()
                .filter(m -> m.kind().equals(kind) && m.key().equals(key))
                .findFirst()
                .orElseThrow()
                .to();
    }

    @Test
    void whatIsUnderADepartmentGoesWithIt() {
        assertThat(of(play(new Act.Close("soumu", "kanko")).after(), "kouhou").parent())
                .isEqualTo("kanko");
        // Its own part becomes its successor: it rises to where the whole stood.
        var risen = play(new Act.Close("soumu", "kouhou")).after();
        assertThat(of(risen, "kouhou").parent()).isEmpty();
        assertThat(of(risen, "jouhou").parent()).isEqualTo("kouhou");
    }

    @Test
    void circularDepartmentsAreNamed() {
        assertThat(problems(new Act.Move("soumu", "総務部", "kouhou")))
                .singleElement()
                .asString()
                .contains("輪になります", "総務部", "広報課");
        assertThat(problems(new Act.Move("kanko", "観光課", "kanko"))).anyMatch(t -> t.contains("自分自身の下"));
    }

    @Test
    void whoHoldsSomethingNeedsASuccessor() {
        assertThat(problems(new Act.Close("kouhou", "")))
                .singleElement()
                .asString()
                .contains("記事3件", "媒体1件", "職員2件", "問い合わせ5件", "引き継ぐ課室を選んで");
        assertThat(problems(new Act.Close("kanko", ""))).isEmpty();
        assertThat(problems(new Act.Close("soumu", ""))).allMatch(t -> t.contains("上位の課室"));
    }

    @Test
    void aCodeIsUsedOnce() {
        assertThat(problems(new Act.Found("kouhou", "新広報課", "", PHONE))).anyMatch(t -> t.contains("すでに使われています"));
        assertThat(problems(new Act.Found("mukashi", "昔の課", "", PHONE))).anyMatch(t -> t.contains("すでに使われています"));
        assertThat(problems(new Act.Found("広報", "広報課", "", PHONE))).anyMatch(t -> t.contains("半角"));
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThat(problems(new Act.Merge(List.of("kouhou"), "nai"))).anyMatch(t -> t.contains("「nai」がありません"));
        assertThat(problems(new Act.Close("kouhou", "jouhou"), new Act.Merge(List.of("jouhou"), "kouhou")))
                .anyMatch(t -> t.contains("ここまでになくなっています"));
        assertThat(problems(new Act.Split("kouhou", "jouhou", Map.of(), Map.of(4L, "kanko"), Map.of("dare", "kanko"))))
                .anyMatch(t -> t.contains("記事4"))
                .anyMatch(t -> t.contains("「dare」"));
        assertThat(problems()).anyMatch(t -> t.contains("まだ何も"));
    }

    @Test
    void oneEndLeadsToAnother() {
        var rehearsal = play(new Act.Close("kouhou", "jouhou"), new Act.Merge(List.of("jouhou"), "kanko"));

        assertThat(rehearsal.problems()).isEmpty();
        assertThat(rehearsal.heirs()).isEqualTo(Map.of("jouhou", "kanko", "kouhou", "kanko"));
    }

    @Test
    void whateverIsPlannedNothingWithoutAProblemIsLeftHomeless() {
        for (long seed = 1; seed <= 3_000; seed++) {
            var rehearsal = Rehearse.of(UNITS, Set.of("mukashi"), HELD, new RandomActs(new Random(seed)).list());
            if (!rehearsal.isClear()) continue;
            var after = rehearsal.after();
            assertThat(after.values())
                    .as("seed %d", seed)
                    .allMatch(u -> u.parent().isEmpty() || after.containsKey(u.parent()))
                    .allMatch(u -> climbs(u, after));
            assertThat(rehearsal.redirects().values()).as("seed %d", seed).allMatch(to -> leads(to, after));
            for (var paper : HELD.papers())
                assertThat(after.containsKey(paper.department()) || isMoved(rehearsal, paper.article()))
                        .as("seed %d, article %d", seed, paper.article())
                        .isTrue();
            assertThat(rehearsal.moves()).as("seed %d", seed).allMatch(m -> after.containsKey(m.to()));
        }
    }

    private static boolean isMoved(Rehearsal rehearsal, long article) {
        return rehearsal.moves().stream()
                .anyMatch(m -> m.kind().equals("article") && m.key().equals(String.valueOf(article)));
    }

    private static boolean leads(String target, Map<String, Unit> after) {
        return after.containsKey(target.replaceAll("^/(departments|inquiry)/|/$", ""));
    }

    private static Unit of(Map<String, Unit> units, String code) {
        return Objects.requireNonNull(units.get(code), code);
    }

    private static boolean climbs(Unit unit, Map<String, Unit> after) {
        var way = new TreeSet<String>();
        for (var code = unit.code(); !code.isEmpty(); code = of(after, code).parent()) if (!way.add(code)) return false;
        return true;
    }

    /** Plans that nobody would make. */
    private record RandomActs(Random random) {

        List<Act> list() {
            return java.util.stream.IntStream.range(0, 1 + random.nextInt(6))
                    .mapToObj(i -> act())
                    .toList();
        }

        private Act act() {
            return switch (random.nextInt(6)) {
                case 0 -> new Act.Found(code(), "名前", any(), PHONE);
                case 1 -> new Act.Move(code(), "名前", any());
                case 2 -> new Act.Merge(List.of(code(), code()), code());
                case 3 -> new Act.Split(code(), code(), Map.of("press", code()), Map.of(), Map.of());
                case 4 -> new Act.Close(code(), any());
                default -> new Act.Readdress(code(), PHONE);
            };
        }

        private String code() {
            var codes = List.of("soumu", "kouhou", "jouhou", "kanko", "a", "b");
            return codes.get(random.nextInt(codes.size()));
        }

        private String any() {
            return random.nextInt(3) == 0 ? "" : code();
        }
    }
}
