package noroshi.planning.systems;

import java.util.List;

/**
 * All information systems that are planned together, and what may become of them. Money is in whole yen. Years are counted from 0, the
 * {@code first}; lists by year have one value for each.
 *
 * @param resources names of what hosts have and virtual machines take
 * @param assets    what several systems can share: paid in every year in which at least one uses it
 * @param hosts     what virtual machines would run on; none is bought yet
 */
public record Portfolio(
        String title,
        int first,
        int years,
        List<Target> targets,
        Limits limits,
        List<String> resources,
        List<Building> buildings,
        List<Asset> assets,
        List<Host> hosts,
        List<InformationSystem> systems) {

    public static final int YEARS_MAX = 20;
    public static final int SYSTEMS_MAX = 2_000;

    public Portfolio {
        targets = List.copyOf(targets);
        resources = List.copyOf(resources);
        buildings = List.copyOf(buildings);
        assets = List.copyOf(assets);
        hosts = List.copyOf(hosts);
        systems = List.copyOf(systems);
    }

    /**
     * In the year, and after it, the upkeep is to be at most {@code (1 - cut)} of what it is in the first year when nothing changes.
     */
    public record Target(int year, double cut) {}

    /** What can be done in one year: single payments in yen, working days of the own officers, systems that change. */
    public record Limits(long once, long staffDays, long changes) {
        public static final Limits NONE = new Limits(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /**
     * @param fates what fails at once for everything in it: hazard zones, the power feeder, trunk routes; each with its kind in
     *              front, e.g. {@code zone:tsunami}
     */
    public record Building(String id, String name, List<String> fates) {
        public Building {
            fates = List.copyOf(fates);
        }
    }

    /** What an asset is. */
    public enum AssetKind {
        SERVER,
        CONTRACT,
        LICENCE,
        LINE,
        JOINT
    }

    /**
     * @param inUse   paid already before the first year
     * @param opening paid once when it comes into use
     * @param exit    paid once when it is given up in a year up to {@code until}
     * @param until   the last year of the running contract, -1: none runs
     * @param least   it comes about only if at least so many systems use it (joint platforms)
     */
    public record Asset(
            String id,
            String name,
            AssetKind kind,
            boolean inUse,
            List<Long> yearly,
            long opening,
            long exit,
            int until,
            int least) {
        public Asset {
            yearly = List.copyOf(yearly);
        }
    }

    /**
     * Hosts of one make in one building.
     *
     * @param pool     hosts of one pool serve each other's machines; pools never mix (三層分離)
     * @param building index into {@link Portfolio#buildings}
     * @param count    how many could be bought
     * @param capacity of one, by resource
     * @param opening  of one
     * @param yearly   of one
     */
    public record Host(
            String id,
            String name,
            String pool,
            int building,
            int count,
            List<Long> capacity,
            long opening,
            List<Long> yearly) {
        public Host {
            capacity = List.copyOf(capacity);
            yearly = List.copyOf(yearly);
        }
    }

    /**
     * @param yearly   its own cost while it stays as it is: operation, licences, backups
     * @param uses     assets it uses while it stays as it is, as indexes
     * @param needs    of a virtual machine for it, by resource
     * @param standby  as a virtual machine it has a second copy that shares no fate with the first
     * @param keptTill the last year in which it may stay as it is
     */
    public record InformationSystem(
            String id,
            String name,
            String government,
            List<Long> yearly,
            List<Integer> uses,
            List<Long> needs,
            boolean standby,
            int keptTill,
            List<Option> options) {
        public InformationSystem {
            yearly = List.copyOf(yearly);
            uses = List.copyOf(uses);
            needs = List.copyOf(needs);
            options = List.copyOf(options);
        }
    }

    /** What can become of a system. */
    public enum OptionKind {
        MERGE("統合"),
        RETIRE("廃止"),
        SERVICE("ASP・SaaS"),
        VIRTUALISE("仮想化"),
        JOINT("共同利用");

        private final String japanese;

        OptionKind(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    /**
     * @param into      the system it is merged into, as an index; -1: no merger
     * @param pool      of hosts that its virtual machine runs on; empty: it is none
     * @param once      paid in the year of the change
     * @param yearly    own cost from that year on
     * @param uses      assets used from that year on, as indexes (a joint platform is one)
     * @param adds      what a merger adds to the machine of the other system when that is virtual, by resource
     * @param staffDays of own officers in the year of the change
     * @param earliest  first possible year of the change
     * @param latest    last possible year of the change
     */
    public record Option(
            OptionKind kind,
            int into,
            String pool,
            long once,
            List<Long> yearly,
            List<Integer> uses,
            List<Long> adds,
            long staffDays,
            int earliest,
            int latest) {
        public Option {
            yearly = List.copyOf(yearly);
            uses = List.copyOf(uses);
            adds = List.copyOf(adds);
        }
    }

    /** What everything costs in a year if nothing changes, single payments left out. */
    public long upkeepAsItIs(int year) {
        long sum = 0;
        for (var asset : assets) if (asset.inUse()) sum += asset.yearly().get(year);
        for (var system : systems) sum += system.yearly().get(year);
        return sum;
    }

    /** The most that the upkeep may be in a year, whatever targets say about it; {@link Long#MAX_VALUE}: nothing. */
    public long upkeepMax(int year) {
        long most = Long.MAX_VALUE;
        for (var target : targets)
            if (year >= target.year()) most = Math.min(most, (long) Math.floor((1 - target.cut()) * upkeepAsItIs(0)));
        return most;
    }

    /** The same without targets. */
    public Portfolio untargeted() {
        return new Portfolio(title, first, years, List.of(), limits, resources, buildings, assets, hosts, systems);
    }

    /** The same with nothing to run virtual machines on: these options are gone. */
    Portfolio withoutHosts() {
        var fewer = systems.stream()
                .map(system -> new InformationSystem(
                        system.id(),
                        system.name(),
                        system.government(),
                        system.yearly(),
                        system.uses(),
                        system.needs(),
                        system.standby(),
                        system.keptTill(),
                        system.options().stream()
                                .filter(option -> option.kind() != OptionKind.VIRTUALISE)
                                .toList()))
                .toList();
        return new Portfolio(title, first, years, targets, limits, resources, buildings, assets, List.of(), fewer);
    }

    /** The same without limits on what can be done in a year. */
    public Portfolio unlimited() {
        return new Portfolio(title, first, years, targets, Limits.NONE, resources, buildings, assets, hosts, systems);
    }
}
