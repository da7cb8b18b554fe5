package noroshi.run;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a backup says of itself: the last entry of its archive, so that one cut short has none.
 *
 * @param made when the database was looked at: everything committed before is inside
 * @param postgreSql version of the server, as text
 * @param migrations file names of the schema's scripts in the order in which they ran
 * @param sequences what each had given out
 * @param items every other entry of the archive
 * @param keys SHA-256 of the file of keys that was written with it, or "-"
 */
record BackupManifest(
        Instant made,
        String postgreSql,
        List<String> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        List<Item> items,
        String keys) {

    static final String ENTRY = "manifest";
    private static final String FORMAT = "noroshi-backup";
    private static final int VERSION = 1;

    /** @param columns those that are stored, in the order of the copy */
    record Table(String name, long rows, List<String> columns) {
        String entry() {
            return "database/rows/" + name;
        }
    }

    record Sequence(String name, long last) {}

    record Item(String path, long bytes, String sha256) {}

    BackupManifest {
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        items = List.copyOf(items);
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    /** Lines of words; names and paths hold no spaces. */
    String text() {
        var lines = new ArrayList<String>();
        lines.add(FORMAT + " " + VERSION);
        lines.add("made " + made);
        lines.add("postgresql " + postgreSql);
        migrations.forEach(script -> lines.add("migration " + script));
        tables.forEach(table ->
                lines.add("table " + table.name() + " " + table.rows() + " " + String.join(",", table.columns())));
        sequences.forEach(sequence -> lines.add("sequence " + sequence.name() + " " + sequence.last()));
        items.forEach(item -> lines.add("item " + item.sha256() + " " + item.bytes() + " " + item.path()));
        lines.add("keys " + keys);
        lines.add("end");
        return String.join("\n", lines) + "\n";
    }

    static BackupManifest parse(String text) {
        var lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().startsWith(FORMAT + " ")) throw new Refusal("This is no backup.");
        if (!lines.getFirst().equals(FORMAT + " " + VERSION))
            throw new Refusal(
                    "The backup has the format \"%s\"; this program reads version %d only. Restore it with the Noroshi that"
                            + " made it, or a newer one.",
                    lines.getFirst(), VERSION);
        if (!lines.getLast().equals("end")) throw new Refusal("The backup was cut short: its manifest has no end.");
        try {
            return read(lines.subList(1, lines.size() - 1));
        } catch (DateTimeParseException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new Refusal("The backup's manifest is damaged: %s", e.getMessage());
        }
    }

    private static BackupManifest read(List<String> lines) {
        var made = Instant.EPOCH;
        var postgreSql = "";
        var keys = "-";
        var migrations = new ArrayList<String>();
        var tables = new ArrayList<Table>();
        var sequences = new ArrayList<Sequence>();
        var items = new ArrayList<Item>();
        for (var line : lines) {
            var words = line.split(" ", -1);
            switch (words[0]) {
                case "made" -> made = Instant.parse(words[1]);
                case "postgresql" -> postgreSql = words[1];
                case "migration" -> migrations.add(words[1]);
                case "table" -> tables.add(new Table(words[1], Long.parseLong(words[2]), List.of(words[3].split(","))));
                case "sequence" -> sequences.add(new Sequence(words[1], Long.parseLong(words[2])));
                case "item" -> items.add(new Item(words[3], Long.parseLong(words[2]), words[1]));
                case "keys" -> keys = words[1];
                default -> throw new Refusal("The backup's manifest has a line this program does not know: %s", line);
            }
        }
        return new BackupManifest(made, postgreSql, migrations, tables, sequences, items, keys);
    }
}
