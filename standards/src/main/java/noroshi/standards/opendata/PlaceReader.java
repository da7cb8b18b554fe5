package noroshi.standards.opendata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import noroshi.standards.opendata.Heading.Sought;
import noroshi.standards.opendata.Reading.Kind;
import noroshi.standards.opendata.Reading.Reported;

/** Reads a table as a list of shelters or of other facilities. Every row is accepted or named with its reason. */
public final class PlaceReader {

    public static final int NAME_CHARACTERS_MAX = 200;

    private final Table table;
    private final Heading heading;
    private final Kind kind;
    private final List<Place> accepted = new ArrayList<>();
    private final List<Reported> reported = new ArrayList<>();
    private final Map<Place.Key, Integer> lines = new HashMap<>();

    private PlaceReader(Table table) {
        this.table = table;
        this.heading = new Heading(table.columns());
        this.kind = kind();
    }

    public static Reading read(Table table) {
        var reader = new PlaceReader(table);
        table.rows().forEach(reader::row);
        return new Reading(reader.kind, PositionReader.withoutOutliers(reader.accepted), reader.reported);
    }

    private Kind kind() {
        boolean shelters = !heading.hazards().isEmpty()
                || heading.has(Sought.ALSO_EMERGENCY)
                || table.columns().stream().anyMatch(name -> name.startsWith("開設される災害") || name.startsWith("避難所"));
        return shelters ? Kind.SHELTERS : Kind.FACILITIES;
    }

    private void row(Table.Row row) {
        var fields = new PlaceFields(heading, kind, row);
        var name = fields.name();
        var flaw = flaw(row, name);
        if (!flaw.isEmpty()) {
            reported.add(new Reported(row.line(), name.length() <= 40 ? name : name.substring(0, 40) + "…", flaw));
            return;
        }
        var place = fields.place();
        var before = lines.putIfAbsent(place.key(), row.line());
        if (before == null) accepted.add(place);
        else
            reported.add(new Reported(
                    row.line(),
                    name,
                    "番号「%s」が%d行目と同じです。どちらかの番号を直してください。".formatted(place.key().id(), before)));
    }

    /** Why a row cannot be a place; "": it can. */
    private static String flaw(Table.Row row, String name) {
        if (row.isBlank()) return "どの列も空の行です。不要なら削除してください。";
        if (name.isEmpty()) return "名称がありません。名称を入れてください。";
        if (name.length() > NAME_CHARACTERS_MAX)
            return "名称が%d字を超えています。列がずれていないか確かめてください。".formatted(NAME_CHARACTERS_MAX);
        if (row.surplus() > 0) return "見出しより%d列多く値があります。引用符（\"）とカンマを確かめてください。".formatted(row.surplus());
        return "";
    }
}
