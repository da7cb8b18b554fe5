package noroshi.planning.systems;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import noroshi.planning.input.Field;
import noroshi.planning.input.Names;
import noroshi.planning.systems.Portfolio.AssetKind;
import noroshi.planning.systems.Portfolio.Building;
import noroshi.planning.systems.Portfolio.Host;
import noroshi.planning.systems.Portfolio.InformationSystem;
import noroshi.planning.systems.Portfolio.Option;
import noroshi.planning.systems.Portfolio.OptionKind;

/** The systems of a file, and their options; also what no plan could ever do with them. */
final class SystemsReader {

    private static final long DAYS_MAX = 1_000_000;

    private final PortfolioFile file;
    private final List<Host> hosts;
    private final List<Building> buildings;
    private final Names<Integer> names = new Names<>("system");

    SystemsReader(PortfolioFile file, List<Host> hosts, List<Building> buildings) {
        this.file = file;
        this.hosts = hosts;
        this.buildings = buildings;
    }

    List<InformationSystem> all(List<Field> fields) {
        for (int s = 0; s < fields.size(); s++) names.add(fields.get(s), s);
        var systems = new ArrayList<InformationSystem>();
        for (int s = 0; s < fields.size(); s++) systems.add(system(fields.get(s), s));
        return systems;
    }

    private InformationSystem system(Field field, int index) {
        var needs = file.amounts(field, "needs", 0);
        boolean standby = field.truth("standby", false);
        var options = new ArrayList<Option>();
        for (var option : field.items("options")) options.add(option(option, index, needs, standby));
        int keptTill = keptTill(field, options);
        var id = field.text("id", "");
        var system = new InformationSystem(
                id,
                field.text("name", id),
                field.text("government", ""),
                file.yearly(field, "operation", "licence", "backup"),
                distinct(field, "uses"),
                needs,
                standby,
                keptTill,
                options);
        field.nothingElse();
        return system;
    }

    private int keptTill(Field field, List<Option> options) {
        int years = file.years();
        if (!field.has("keptTill")) return years - 1;
        long year = field.whole("keptTill", file.first() - 1L, 2200);
        int keptTill = (int) Math.min(years - 1, year - file.first());
        if (keptTill < years - 1 && options.stream().noneMatch(option -> option.earliest() <= keptTill + 1))
            field.fault(
                    "keptTill",
                    "nothing can become of the system in %d, when it may no longer stay".formatted(year + 1));
        return keptTill;
    }

    private List<Integer> distinct(Field field, String name) {
        var uses = file.assetNames().all(field, name);
        if (new HashSet<>(uses).size() < uses.size()) field.fault(name, "names one twice");
        return uses.stream().distinct().toList();
    }

    private Option option(Field field, int system, List<Long> needs, boolean standby) {
        var kind = field.choice("kind", OptionKind.class, OptionKind.RETIRE);
        if (!field.has("kind")) field.fault("kind", "is missing: merge, retire, service, virtualise or joint");
        int into = kind == OptionKind.MERGE ? into(field, system) : -1;
        var uses = new ArrayList<>(distinct(field, "uses"));
        if (kind == OptionKind.JOINT) joint(field, uses);
        var pool = kind == OptionKind.VIRTUALISE ? pool(field, needs, standby) : "";
        int earliest = file.year(field, "earliest", 0);
        int latest = file.year(field, "latest", file.years() - 1);
        if (latest < earliest) field.fault("latest", "lies before the earliest year");
        var option = new Option(
                kind,
                into,
                pool,
                field.whole("once", 0, PortfolioFile.YEN_MAX, 0),
                file.yearly(field, "yearly"),
                uses,
                file.amounts(field, "adds", 0),
                field.whole("staffDays", 0, DAYS_MAX, 0),
                earliest,
                latest);
        field.nothingElse();
        return option;
    }

    private int into(Field field, int system) {
        int into = names.of(field, "into").orElse(-1);
        if (into == system) field.fault("into", "a system cannot be merged into itself");
        return into;
    }

    private void joint(Field field, List<Integer> uses) {
        file.assetNames().of(field, "with").ifPresent(asset -> {
            if (file.assetList().get(asset).kind() != AssetKind.JOINT) field.fault("with", "is no joint platform");
            else if (!uses.contains(asset)) uses.add(asset);
        });
    }

    private String pool(Field field, List<Long> needs, boolean standby) {
        var pool = field.text("pool");
        var able = hosts.stream()
                .filter(host -> host.pool().equals(pool) && fits(host, needs))
                .toList();
        if (hosts.stream().noneMatch(host -> host.pool().equals(pool)))
            field.fault("pool", "no host belongs to the pool '" + pool + "'");
        else if (able.isEmpty()) field.fault("pool", "no host of the pool is as large as the system's needs");
        else if (standby && !apart(able))
            field.fault(
                    "pool",
                    "any two hosts large enough share a zone, a feeder or a trunk: no place for the standby copy");
        return pool;
    }

    private static boolean fits(Host host, List<Long> needs) {
        for (int r = 0; r < needs.size(); r++)
            if (needs.get(r) > host.capacity().get(r)) return false;
        return true;
    }

    private boolean apart(List<Host> able) {
        for (var one : able)
            for (var other : able)
                if (one.building() != other.building()
                        && buildings.get(one.building()).fates().stream()
                                .noneMatch(buildings.get(other.building()).fates()::contains)) return true;
        return false;
    }
}
