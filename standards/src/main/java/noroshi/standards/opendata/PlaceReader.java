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
        if (row.isBlank()) {
            reported.add(new Reported(row.line(), "", "どの列も空の行です。不要なら削除してください。"));
            return;
        }
        var fields = new PlaceFields(heading, kind, row);
        var name = fields.name();
        if (name.isEmpty()) {
            reported.add(new Reported(row.line(), "", "名称がありません。名称を入れてください。"));
            return;
        }
        if (name.length() > NAME_CHARACTERS_MAX) {
            reported.add(new Reported(
                    row.line(), name.substring(0, 40) + "…", "名称が%d字を超えています。列がずれていないか確かめてください。".formatted(NAME_CHARACTERS_MAX)));
            return;
        }
        if (row.surplus() > 0) {
            reported.add(new Reported(row.line(), name, "見出しより%d列多く値があります。引用符（\"）とカンマを確かめてください。".formatted(row.surplus())));
            return;
        }
        var place = fields.place();
        var before = lines.putIfAbsent(place.key(), row.line());
        if (before == null) accepted.add(place);
        else
            reported.add(new Reported(
                    row.line(), name, "番号「%s」が%d行目と同じです。どちらかの番号を直してください。".formatted(place.key().id(), before)));
    }
}
