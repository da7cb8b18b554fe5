package noroshi.planning.systems;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import noroshi.planning.systems.Portfolio.Asset;
import noroshi.planning.systems.Portfolio.AssetKind;
import noroshi.planning.systems.Portfolio.Building;
import noroshi.planning.systems.Portfolio.Host;
import noroshi.planning.systems.Portfolio.InformationSystem;
import noroshi.planning.systems.Portfolio.Limits;
import noroshi.planning.systems.Portfolio.Option;
import noroshi.planning.systems.Portfolio.OptionKind;
import noroshi.planning.systems.Portfolio.Target;

/** Portfolios of any size made from a seed, for measurements and tests: every rule of the model occurs in them. */
public final class MadePortfolio {

    private static final int YEARS = 6;
    private static final int FIRST = 2027;
    private static final long MAN = 10_000;
    private static final List<String> POOLS = List.of("lgwan", "internet");

    private final Random random;
    private final int count;
    private final List<Asset> assets = new ArrayList<>();

    private MadePortfolio(int count, long seed) {
        this.count = count;
        this.random = new Random(seed);
    }

    /** @param cut the target for the last year, e.g. 0.2; NaN: none */
    public static Portfolio of(int systems, long seed, double cut) {
        return new MadePortfolio(systems, seed).portfolio(cut);
    }

    private Portfolio portfolio(double cut) {
        int servers = Math.max(1, count * 2 / 3);
        for (int i = 0; i < servers; i++) asset("server-" + i, AssetKind.SERVER, 60, 300, 0, 1);
        for (int i = 0; i < Math.max(1, count / 6); i++) asset("contract-" + i, AssetKind.CONTRACT, 200, 900, 0, 1);
        for (int i = 0; i < Math.max(1, count / 10); i++) asset("line-" + i, AssetKind.LINE, 40, 200, 0, 1);
        for (int i = 0; i < 4; i++) asset("joint-" + i, AssetKind.JOINT, 500, 1500, 3000, 3);
        var systems = new ArrayList<InformationSystem>();
        for (int s = 0; s < count; s++) systems.add(system(s, servers));
        return new Portfolio(
                "作成例 " + count,
                FIRST,
                YEARS,
                Double.isNaN(cut) ? List.of() : List.of(new Target(YEARS - 1, cut)),
                new Limits(count * 400 * MAN, count * 20L, Math.max(2, count / 3)),
                List.of("cpu", "memoryGb", "diskGb"),
                buildings(),
                assets,
                hosts(),
                systems);
    }

    private void asset(String id, AssetKind kind, int least, int most, int opening, int members) {
        boolean joint = kind == AssetKind.JOINT;
        long yearly = between(least, most) * MAN;
        assets.add(new Asset(
                id,
                id,
                kind,
                !joint,
                years(yearly, 1 + random.nextInt(3) * 0.01),
                opening * MAN,
                kind == AssetKind.CONTRACT ? yearly / 2 : 0,
                kind == AssetKind.CONTRACT ? random.nextInt(YEARS) - 1 : -1,
                members));
    }

    private static List<Building> buildings() {
        return List.of(
                new Building("b0", "県庁", List.of("feeder:f0", "trunk:t0")),
                new Building("b1", "大崎", List.of("feeder:f1", "trunk:t1")),
                new Building("b2", "石巻", List.of("zone:tsunami", "feeder:f2", "trunk:t1")),
                new Building("b3", "気仙沼", List.of("zone:tsunami", "feeder:f3", "trunk:t2")));
    }

    private List<Host> hosts() {
        var hosts = new ArrayList<Host>();
        for (var pool : POOLS)
            for (int b = 0; b < 4; b++)
                hosts.add(new Host(
                        pool + "-" + b,
                        pool + "-" + b,
                        pool,
                        b,
                        Math.max(1, count / 10),
                        List.of(64L, 512L, 8000L),
                        between(700, 1000) * MAN,
                        years(between(120, 180) * MAN, 1)));
        return hosts;
    }

    private InformationSystem system(int s, int servers) {
        long own = between(100, 1500) * MAN;
        var uses = new ArrayList<Integer>();
        uses.add(random.nextInt(servers));
        if (random.nextInt(3) > 0) uses.add(servers + random.nextInt(Math.max(1, count / 6)));
        var needs = List.of(between(1, 12), between(4, 96), between(50, 1500));
        return new InformationSystem(
                "s" + s,
                "システム" + s,
                "",
                years(own, 1 + random.nextInt(4) * 0.01),
                uses,
                needs,
                random.nextInt(3) == 0,
                YEARS - 1,
                options(s, own, needs));
    }

    private List<Option> options(int s, long own, List<Long> needs) {
        var options = new ArrayList<Option>();
        if (random.nextInt(10) == 0)
            options.add(option(OptionKind.RETIRE, -1, "", own / 4, 0, List.of(), List.of(0L, 0L, 0L)));
        if (random.nextInt(3) == 0 && s > 0) {
            var adds = needs.stream().map(amount -> amount / 3).toList();
            options.add(option(OptionKind.MERGE, random.nextInt(s), "", own / 2, own / 3, List.of(), adds));
        }
        if (random.nextInt(3) > 0)
            options.add(option(
                    OptionKind.SERVICE, -1, "", own / 3, own * between(60, 140) / 100, List.of(), List.of(0L, 0L, 0L)));
        if (random.nextInt(4) > 0) {
            var pool = POOLS.get(random.nextInt(POOLS.size()));
            options.add(option(
                    OptionKind.VIRTUALISE,
                    -1,
                    pool,
                    own / 5,
                    own * between(70, 100) / 100,
                    List.of(),
                    List.of(0L, 0L, 0L)));
        }
        if (random.nextInt(3) == 0) {
            int joint = assets.size() - 1 - random.nextInt(4);
            options.add(option(
                    OptionKind.JOINT,
                    -1,
                    "",
                    own / 3,
                    own * between(40, 80) / 100,
                    List.of(joint),
                    List.of(0L, 0L, 0L)));
        }
        return options;
    }

    private Option option(
            OptionKind kind, int into, String pool, long once, long yearly, List<Integer> uses, List<Long> adds) {
        return new Option(
                kind, into, pool, once, years(yearly, 1.01), uses, adds, between(5, 60), random.nextInt(3), YEARS - 1);
    }

    private static List<Long> years(long yen, double rise) {
        var years = new ArrayList<Long>();
        for (int year = 0; year < YEARS; year++) years.add(Math.round(yen * Math.pow(rise, year)));
        return years;
    }

    private long between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
