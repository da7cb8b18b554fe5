package noroshi.damage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import noroshi.people.Government;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The prefecture's published totals of 2011, where the file is at hand. They name no municipality, so parts are drawn and must add up again. */
class PublishedFiguresTest {

    private static final String FILE = "shared/data/outward/published-figures/miyagi_recovery.csv";
    private static final String AS_OF = "2016-02-29";
    private static final int MUNICIPALITIES = 35;

    private static final Map<String, Figure> FIELDS = Map.of(
            "死者（関連死含む）", Figure.DEAD,
            "行方不明者", Figure.MISSING,
            "重傷", Figure.INJURED_SERIOUSLY,
            "軽傷", Figure.INJURED_SLIGHTLY,
            "全壊", Figure.DESTROYED_HOUSES,
            "半壊", Figure.HALF_HOUSES,
            "一部損壊", Figure.PARTLY_HOUSES,
            "床下浸水", Figure.BELOW_FLOOR_HOUSES);

    private static Map<String, String> published() throws IOException {
        var found = file();
        if (found == null) System.out.println("skipped: no published figures (" + FILE + ") beside this project");
        assumeTrue(found != null, "skipped: no published figures beside this project");
        var figures = new HashMap<String, String>();
        for (var line : Files.readAllLines(Objects.requireNonNull(found))) {
            var cells = line.split(",", -1);
            if (cells[0].equals(AS_OF) || cells[1].equals("被害額")) figures.put(cells[1], cells[2]);
        }
        return figures;
    }

    private static @Nullable Path file() {
        var named = System.getProperty("NOROSHI_SHARED", System.getenv("NOROSHI_SHARED"));
        if (named != null && Files.exists(Path.of(named).resolve(FILE.substring("shared/data/".length()))))
            return Path.of(named).resolve(FILE.substring("shared/data/".length()));
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent())
            if (Files.exists(folder.resolve(FILE))) return folder.resolve(FILE);
        return null;
    }

    private static Losses stated(Map<String, String> published) {
        var figures = new EnumMap<Figure, Long>(Figure.class);
        FIELDS.forEach(
                (item, figure) -> figures.put(figure, Long.valueOf(Objects.requireNonNull(published.get(item), item))));
        // 億円 → 千円
        figures.put(Figure.COST, Long.parseLong(Objects.requireNonNull(published.get("被害額"))) * 100_000);
        return new Losses(figures);
    }

    @Test
    void thePublishedTotalsFitTheFormAndContradictNothing() throws IOException {
        var stated = stated(published());

        assertThat(LossRules.within(stated)).isEmpty();
        assertThat(stated.of(Figure.COST)).isEqualTo(9_228_000_000L).isLessThan(Losses.FIGURE_MAX);
        // 非住家 is published as one number; the form holds 公共建物 and その他 apart, so there is nothing to compare.
        System.out.println(
                "skipped: 非住家被害 is published without its two parts; no municipality's figures are published in the file");
    }

    @Test
    void partsDrawnForEveryMunicipalityAddUpToThePublishedTotals() throws IOException {
        var stated = stated(published());
        var random = new Random(20110311);
        var parts = new ArrayList<Map<Figure, Long>>();
        for (int i = 0; i < MUNICIPALITIES; i++) parts.add(new EnumMap<>(Figure.class));
        stated.figures().forEach((figure, whole) -> {
            long left = whole;
            for (int i = 0; i < MUNICIPALITIES; i++) {
                long part = i == MUNICIPALITIES - 1 ? left : random.nextLong(left / 2 + 1);
                parts.get(i).put(figure, part);
                left -= part;
            }
        });
        var governments = new ArrayList<Government>();
        var newest = new HashMap<String, LossReport>();
        var at = Instant.parse("2016-02-29T03:00:00Z");
        for (int i = 0; i < MUNICIPALITIES; i++) {
            var code = "04%04d".formatted(2000 + i);
            governments.add(new Government(code, "市" + i, "", "city", "#00573d", "", "", ""));
            newest.put(code, new LossReport(code, "quake", 1, at, at, new Losses(parts.get(i)), "", "市", null, null));
        }
        var total = PrefectureTotal.of(new Occasion("040002", "quake", "地震", at), governments, newest);

        assertThat(total.against(stated)).isEmpty();
        assertThat(total.says(Figure.DEAD)).isEqualTo("10,550");
        assertThat(total.says(Figure.HALF_HOUSES)).isEqualTo("155,129");
    }
}
