package noroshi.standards.lalert;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import noroshi.standards.lalert.Body.EvacuationOrders;
import noroshi.standards.lalert.Body.Headquarters;
import noroshi.standards.lalert.Body.Shelters;
import noroshi.standards.lalert.Body.Shelters.Shelter;
import org.jspecify.annotations.Nullable;

/** The Body of each kind of report. */
final class Bodies {

    private static final String HOUSEHOLDS = "世帯";

    private Bodies() {}

    /** Of the report: its Control's Title and the envelope's category. */
    static String category(Body body) {
        return switch (body) {
            case EvacuationOrders orders -> "EvacuationOrder";
            case Shelters shelters -> "Shelter";
            case Headquarters headquarters -> "AntidisasterHeadquarter";
        };
    }

    static void write(Xml xml, Body body, String mark) {
        switch (body) {
            case EvacuationOrders orders -> evacuation(xml, orders, mark);
            case Shelters shelters -> shelters(xml, shelters, mark);
            case Headquarters headquarters -> headquarters(xml, headquarters, mark);
        }
    }

    private static void evacuation(Xml xml, EvacuationOrders orders, String mark) {
        xml.open("pcx_ev:EvacuationOrder", namespace("pcx_ev", "evacuation3"));
        common(xml, orders, mark, "pcx_ev:ComplementaryInfo");
        for (var detail : orders.details()) {
            xml.open("pcx_ev:Detail");
            xml.put("pcx_ev:Sort", detail.sort());
            xml.put("pcx_ev:IssueOrLift", detail.issued() ? "発令" : "解除");
            xml.open("pcx_ev:Areas");
            for (var area : detail.areas()) {
                xml.open("pcx_ev:Area").open("pcx_eb:Location");
                xml.put("commons:areaName", area.name());
                xml.close().time("pcx_ev:DateTime", area.since()).close();
            }
            xml.close().close();
        }
        xml.close();
    }

    private static void headquarters(Xml xml, Headquarters headquarters, String mark) {
        xml.open("pcx_ah:AntidisasterHeadquarter", namespace("pcx_ah", "antidisasterHeadquarter3"));
        disaster(xml, headquarters, mark);
        xml.put("pcx_ah:Type", headquarters.type());
        xml.put("pcx_ah:Status", headquarters.established() ? "設置" : "解散");
        xml.put("pcx_ah:Name", mark + headquarters.name());
        xml.time("pcx_ah:DateTime", headquarters.at());
        supplement(xml, headquarters, mark, "pcx_ah:ComplementaryInfo");
        xml.close();
    }

    private static void shelters(Xml xml, Shelters shelters, String mark) {
        xml.open("pcx_sh:Shelter", namespace("pcx_sh", "shelter3"));
        common(xml, shelters, mark, "pcx_sh:ComplementaryInfo");
        numbers(
                xml,
                "pcx_sh:TotalNumber",
                sum(shelters, Shelter::people),
                sum(shelters, Shelter::voluntaryPeople),
                sum(shelters, Shelter::households),
                sum(shelters, Shelter::voluntaryHouseholds));
        long open = shelters.shelters().stream()
                .filter(one -> one.sort().equals("開設"))
                .count();
        xml.put("pcx_sh:TotalNumberOfShelter", String.valueOf(open));
        xml.open("pcx_sh:Informations");
        shelters.shelters().forEach(one -> shelter(xml, one, mark));
        xml.close().close();
    }

    private static void shelter(Xml xml, Shelter shelter, String mark) {
        xml.open("pcx_sh:Information").open("pcx_sh:Location");
        xml.optional("edxlde:circle", shelter.circle());
        xml.put("commons:areaName", mark + shelter.name());
        xml.optional("commons:areaNameKana", shelter.kana());
        xml.optional("pcx_eb:ContactInfo", shelter.phone(), "pcx_eb:contactType=\"phone\"");
        xml.optional("pcx_sh:Address", shelter.address());
        xml.close();
        xml.put("pcx_sh:Type", shelter.type());
        xml.put("pcx_sh:Sort", shelter.sort());
        xml.time("pcx_sh:DateTime", shelter.changedAt());
        xml.number("pcx_sh:Capacity", shelter.capacity());
        xml.optional("pcx_sh:Status", shelter.crowding());
        numbers(
                xml,
                "pcx_sh:NumberOf",
                shelter.people(),
                shelter.voluntaryPeople(),
                shelter.households(),
                shelter.voluntaryHouseholds());
        xml.time("pcx_sh:CheckedDateTime", shelter.checkedAt());
        xml.close();
    }

    /** Unknown numbers are left out, and so is the element when all are. */
    private static void numbers(
            Xml xml,
            String name,
            @Nullable Integer people,
            @Nullable Integer voluntaryPeople,
            @Nullable Integer households,
            @Nullable Integer voluntaryHouseholds) {
        if (Stream.of(people, voluntaryPeople, households, voluntaryHouseholds).allMatch(Objects::isNull)) return;
        var unit = "pcx_sh:unit=\"" + HOUSEHOLDS + "\"";
        xml.open(name);
        xml.number("pcx_sh:HeadCount", people);
        xml.number("pcx_sh:HeadCountVoluntary", voluntaryPeople);
        xml.number("pcx_sh:Households", households, unit);
        xml.number("pcx_sh:HouseholdsVoluntary", voluntaryHouseholds, unit);
        xml.close();
    }

    /** Of those that are known; null where none is. */
    private static @Nullable Integer sum(Shelters shelters, Function<Shelter, @Nullable Integer> number) {
        Integer sum = null;
        for (var one : shelters.shelters()) {
            var known = number.apply(one);
            if (known != null) sum = (sum == null ? 0 : sum) + known;
        }
        return sum;
    }

    private static void common(Xml xml, Body body, String mark, String supplement) {
        disaster(xml, body, mark);
        supplement(xml, body, mark, supplement);
    }

    private static void disaster(Xml xml, Body body, String mark) {
        if (body.disaster().isEmpty()) return;
        xml.open("pcx_eb:Disaster")
                .put("pcx_eb:DisasterName", mark + body.disaster())
                .close();
    }

    private static void supplement(Xml xml, Body body, String mark, String name) {
        if (!body.supplement().isEmpty() || !mark.isEmpty())
            xml.put(name, mark + (mark.isEmpty() ? "" : "これは実際の災害ではありません。") + body.supplement());
    }

    private static String namespace(String prefix, String name) {
        return "xmlns:%s=\"http://xml.publiccommons.ne.jp/pcxml1/body/%s\"".formatted(prefix, name);
    }
}
