package noroshi.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The public entries of a form as Markdown tables, sorted by a field or kept to one choice; and as rows for open data. Pure. */
final class EntryTable {

    static final int ROWS_MAX = 100;

    private final Form form;
    private final List<Entry> entries;
    private final Names names;

    EntryTable(Form form, List<Entry> entries, Names names) {
        this.form = form;
        this.entries = entries;
        this.names = names;
    }

    /** @param today dates before it are over: they stand below, in a table of their own */
    String sorted(Field by, LocalDate today) {
        boolean dated = by.type() == FieldType.DATE || by.type() == FieldType.SPAN;
        var order = order(by);
        if (!dated) return links(by) + table(entries.stream().sorted(order).toList());
        var ahead = entries.stream()
                .filter(one -> !isOver(by, one, today))
                .sorted(order)
                .toList();
        var over = entries.stream()
                .filter(one -> isOver(by, one, today))
                .sorted(order.reversed())
                .toList();
        var text = new StringBuilder(links(by))
                .append("## これから\n\n")
                .append(ahead.isEmpty() ? "いまはありません。\n\n" : table(ahead));
        if (!over.isEmpty()) text.append("\n\n## 終わったもの\n\n").append(table(over));
        return text.toString();
    }

    String of(Field field, String choice) {
        var chosen = entries.stream()
                .filter(one -> one.values().of(field).contains(choice))
                .sorted(form.order()
                        .map(EntryTable::order)
                        .orElse(Comparator.comparing(Entry::article).reversed()))
                .toList();
        return links(null) + (chosen.isEmpty() ? "いまはありません。" : table(chosen));
    }

    /** When the day passes after which an entry is over; null: never. */
    static @org.jspecify.annotations.Nullable LocalDate lastDay(Field by, Entry entry) {
        int part = by.type() == FieldType.SPAN && !entry.values().part(by, 1).isEmpty() ? 1 : 0;
        var value = entry.values().part(by, part);
        if (value.length() < 10 || !ValueCheck.isDate(value.substring(0, 10))) return null;
        return LocalDate.parse(value.substring(0, 10));
    }

    private static boolean isOver(Field by, Entry entry, LocalDate today) {
        var last = lastDay(by, entry);
        return last != null && last.isBefore(today);
    }

    /** Empty values last; numbers by size, dates by day, words as they stand. */
    private static Comparator<Entry> order(Field by) {
        Comparator<Entry> empty = Comparator.comparing(one -> one.values().isEmpty(by));
        boolean number = by.type() == FieldType.MONEY || by.type() == FieldType.NUMBER;
        Comparator<Entry> value = number
                ? Comparator.comparing(one -> number(one.values().part(by, 0)))
                : Comparator.comparing(one -> one.values().part(by, 0));
        return empty.thenComparing(value).thenComparing(Entry::article);
    }

    private static java.math.BigDecimal number(String value) {
        return value.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?")
                ? new java.math.BigDecimal(value)
                : java.math.BigDecimal.ZERO;
    }

    /** The other orders and choices, and the open data. */
    private String links(@org.jspecify.annotations.Nullable Field by) {
        var links = new ArrayList<String>();
        for (var field : form.listed()) {
            if (field.type().isSortable() && field.type() != FieldType.CHOICE && !field.equals(by))
                links.add(
                        "[%sの順](/%s/table/by-%s)".formatted(ShownValue.cell(field.label()), form.series(), field.id()));
            if (field.type().isFilter())
                for (int i = 0; i < field.options().size(); i++)
                    links.add(
                            "[%s](%s)".formatted(ShownValue.cell(field.options().get(i)), choicePath(field, i)));
        }
        links.add("[オープンデータ（CSV）](/%s/data.csv)".formatted(form.series()));
        links.add("[JSON](/%s/data.json)".formatted(form.series()));
        return String.join("、", links) + "\n\n";
    }

    String choicePath(Field field, int option) {
        return "/%s/table/%s-%d".formatted(form.series(), field.id(), option + 1);
    }

    private String table(List<Entry> rows) {
        var fields = form.listed();
        var out = new StringBuilder("| 題名 |");
        for (var field : fields)
            out.append(' ').append(ShownValue.cell(field.label())).append(" |");
        out.append("\n| --- |").append(" --- |".repeat(fields.size())).append('\n');
        rows.stream().limit(ROWS_MAX).forEach(entry -> {
            out.append("| [%s](/%s/%d) |".formatted(ShownValue.cell(entry.title()), form.series(), entry.article()));
            for (var field : fields) {
                var shown = entry.values().isEmpty(field)
                        ? " "
                        : ShownValue.cell(ShownValue.plain(field, entry.values(), names));
                out.append(' ').append(shown).append(" |");
            }
            out.append('\n');
        });
        if (rows.size() > ROWS_MAX)
            out.append("\n全部で%,d件あります。ここには%d件を示しています。すべてはオープンデータにあります。\n".formatted(rows.size(), ROWS_MAX));
        return out.toString();
    }
}
