package noroshi.planning.systems;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import noroshi.planning.input.Faults;
import noroshi.planning.input.Faulty;
import noroshi.planning.input.Field;
import noroshi.planning.input.Names;
import noroshi.planning.systems.Portfolio.Asset;
import noroshi.planning.systems.Portfolio.AssetKind;
import noroshi.planning.systems.Portfolio.Building;
import noroshi.planning.systems.Portfolio.Host;
import noroshi.planning.systems.Portfolio.Limits;
import noroshi.planning.systems.Portfolio.Target;

/**
 * A portfolio as people write it (docs/planning/systems.md): JSON, read once, every fault listed with its place. Throws {@link Faulty}
 * when there is one.
 */
public final class PortfolioFile {

    static final long YEN_MAX = 1_000_000_000_000L;
    private static final int POOLS_MAX = 40;
    private static final long AMOUNT_MAX = 1_000_000_000;

    private final Faults faults = new Faults();
    private final Names<Integer> buildings = new Names<>("building");
    private final Names<Integer> assets = new Names<>("server, contract, licence, line or joint platform");
    private final List<Asset> assetList = new ArrayList<>();
    private List<String> resources = List.of();
    private int first;
    private int years;

    private PortfolioFile() {}

    public static Portfolio open(Path file) throws IOException {
        var reader = new PortfolioFile();
        return reader.portfolio(Field.open(file, reader.faults));
    }

    public static Portfolio read(String text) {
        var reader = new PortfolioFile();
        return reader.portfolio(Field.read(text, reader.faults));
    }

    private Portfolio portfolio(Field file) {
        var title = file.text("title");
        years(file.in("years"));
        resources = file.texts("resources");
        if (resources.stream().distinct().count() < resources.size()) file.fault("resources", "names one twice");
        var targets = file.items("targets").stream().map(this::target).toList();
        var limits = limits(file.in("limits"));
        var places = file.items("buildings").stream().map(this::building).toList();
        assets(file, "servers", AssetKind.SERVER);
        assets(file, "contracts", AssetKind.CONTRACT);
        assets(file, "licences", AssetKind.LICENCE);
        assets(file, "lines", AssetKind.LINE);
        assets(file, "joints", AssetKind.JOINT);
        var hosts = file.items("hosts").stream().map(this::host).toList();
        distinct(file.items("hosts"));
        if (hosts.stream().map(Host::pool).distinct().count() > POOLS_MAX)
            file.fault("hosts", "are of more than %d pools".formatted(POOLS_MAX));
        var systems = new SystemsReader(this, hosts, places).all(file.items("systems"));
        if (systems.isEmpty()) file.fault("systems", "is empty: at least one system");
        if (systems.size() > Portfolio.SYSTEMS_MAX)
            file.fault("systems", "has more than %d systems".formatted(Portfolio.SYSTEMS_MAX));
        file.nothingElse();
        faults.throwIfAny();
        return new Portfolio(title, first, years, targets, limits, resources, places, assetList, hosts, systems);
    }

    private static void distinct(List<Field> hosts) {
        var names = new Names<Boolean>("host");
        for (var host : hosts) names.add(host, true);
    }

    private void years(Field field) {
        first = (int) field.whole("first", 1990, 2200);
        years = (int) field.whole("count", 1, Portfolio.YEARS_MAX);
        field.nothingElse();
    }

    private Target target(Field field) {
        var target = new Target(year(field, "year", -1), field.number("cut", -10, 1));
        field.nothingElse();
        return target;
    }

    private static Limits limits(Field field) {
        var limits = new Limits(
                field.whole("oncePerYear", 0, YEN_MAX, Long.MAX_VALUE),
                field.whole("staffDaysPerYear", 0, AMOUNT_MAX, Long.MAX_VALUE),
                field.whole("changesPerYear", 0, AMOUNT_MAX, Long.MAX_VALUE));
        field.nothingElse();
        return limits;
    }

    private Building building(Field field) {
        buildings.add(field, buildings.asMap().size());
        var fates = new ArrayList<String>();
        for (var zone : field.texts("zones")) fates.add("zone:" + zone);
        if (field.has("feeder")) fates.add("feeder:" + field.text("feeder"));
        for (var trunk : field.texts("trunks")) fates.add("trunk:" + trunk);
        var id = field.text("id", "");
        var building = new Building(id, field.text("name", id), fates);
        field.nothingElse();
        return building;
    }

    private void assets(Field file, String name, AssetKind kind) {
        for (var field : file.items(name)) {
            assets.add(field, assetList.size());
            var id = field.text("id", "");
            boolean joint = kind == AssetKind.JOINT;
            assetList.add(new Asset(
                    id,
                    field.text("name", id),
                    kind,
                    field.truth("inUse", !joint),
                    yearly(field, "yearly"),
                    field.whole("opening", 0, YEN_MAX, 0),
                    field.whole("exit", 0, YEN_MAX, 0),
                    until(field),
                    (int) field.whole("least", 1, Portfolio.SYSTEMS_MAX, 1)));
            field.nothingElse();
        }
    }

    /** A contract may end long before or after the years that are planned. */
    private int until(Field field) {
        long until = field.whole("until", 1990, 2200, first - 1L);
        if (field.has("exit") && !field.has("until"))
            field.fault("until", "is missing: the year up to which giving up costs");
        return (int) Math.max(-1, Math.min(years - 1, until - first));
    }

    private Host host(Field field) {
        int building = buildings.of(field, "building").orElse(0);
        var id = field.text("id", "");
        var host = new Host(
                id,
                field.text("name", id),
                field.text("pool"),
                building,
                (int) field.whole("count", 1, 1000),
                amounts(field, "capacity", 1),
                field.whole("opening", 0, YEN_MAX, 0),
                yearly(field, "yearly"));
        field.nothingElse();
        return host;
    }

    // ---- what the systems are read with as well

    Names<Integer> assetNames() {
        return assets;
    }

    List<Asset> assetList() {
        return assetList;
    }

    int first() {
        return first;
    }

    int years() {
        return years;
    }

    /** A year that is planned, counted from the first. */
    int year(Field field, String name, int otherwise) {
        long last = first + years - 1L;
        long year = otherwise < 0
                ? field.whole(name, first, last)
                : field.whole(name, first, last, first + (long) otherwise);
        return (int) (year - first);
    }

    /** What the named sum costs in each year: it rises by {@code rise} a year, and {@code byYear} is added. */
    List<Long> yearly(Field field, String... names) {
        long sum = 0;
        for (var name : names) sum += field.whole(name, 0, YEN_MAX, 0);
        double rise = field.number("rise", -0.5, 1, 0);
        var added = field.numbers("byYear", 0, YEN_MAX);
        if (field.has("byYear") && added.size() != years)
            field.fault("byYear", "has %d values for %d years".formatted(added.size(), years));
        var values = new ArrayList<Long>();
        for (int year = 0; year < years; year++)
            values.add(Math.round(sum * Math.pow(1 + rise, year) + (year < added.size() ? added.get(year) : 0)));
        return values;
    }

    /** An amount of each resource. */
    List<Long> amounts(Field field, String name, long min) {
        var inner = field.in(name);
        if (min > 0 && !field.has(name)) field.fault(name, "is missing: an amount of each resource");
        var amounts = new ArrayList<Long>();
        for (var resource : resources)
            amounts.add(
                    min > 0 && field.has(name)
                            ? inner.whole(resource, min, AMOUNT_MAX)
                            : inner.whole(resource, 0, AMOUNT_MAX, 0));
        inner.nothingElse();
        return amounts;
    }
}
