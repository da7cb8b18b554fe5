package noroshi.persons;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import noroshi.names.PersonName;
import noroshi.platform.CsvRecords;

/** Persons as a table: names of columns as offices write them, in any order; unknown columns are left out. */
final class PersonTable {

    static final int ROWS_MAX = 50_000;

    /** What each column is called, the first as we write it. */
    static final List<List<String>> COLUMNS = List.of(
            List.of("記録番号", "番号", "ID"),
            List.of("氏", "姓"),
            List.of("名"),
            List.of("氏名", "名前"),
            List.of("氏よみ", "セイ", "姓カナ"),
            List.of("名よみ", "メイ", "名カナ"),
            List.of("よみ", "フリガナ", "ふりがな", "氏名カナ"),
            List.of("性別"),
            List.of("生年月日"),
            List.of("年齢"),
            List.of("都道府県"),
            List.of("市区町村"),
            List.of("大字・町", "大字", "町名"),
            List.of("番地", "住所"),
            List.of("避難所", "避難先"),
            List.of("説明", "備考"));

    private PersonTable() {}

    static Incoming read(byte[] bytes, Instant now) {
        var text = CsvRecords.decoded(bytes)
                .orElseThrow(() -> new IllegalArgumentException("文字コードがUTF-8でもシフトJISでもありません。保存し直してください。"));
        var lines = CsvRecords.read(text, ',', ROWS_MAX + 1).lines().stream()
                .filter(line -> !line.isBlank())
                .toList();
        if (lines.isEmpty()) throw new IllegalArgumentException("ファイルに何も書かれていません。");
        if (lines.size() > ROWS_MAX + 1)
            throw new IllegalArgumentException("%,d行を超えています。分けて取り込んでください。".formatted(ROWS_MAX));
        var columns = columns(lines.getFirst().cells());
        if (!columns.containsKey("氏名") && !columns.containsKey("氏"))
            throw new IllegalArgumentException("1行目に「氏名」か「氏」「名」の見出しがありません。");
        if (!columns.containsKey("記録番号")) throw new IllegalArgumentException("1行目に「記録番号」の見出しがありません。行ごとに変わらない番号が必要です。");
        var into = new Incoming(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var line : lines.subList(1, lines.size())) take(into, new Row(line.number(), line.cells(), columns), now);
        return into;
    }

    private static Map<String, Integer> columns(List<String> heads) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < heads.size(); i++)
            for (var names : COLUMNS)
                if (names.contains(heads.get(i).strip())) columns.putIfAbsent(names.getFirst(), i);
        return columns;
    }

    private record Row(int line, List<String> cells, Map<String, Integer> columns) {

        String at(String column) {
            var place = columns.get(column);
            return place == null || place >= cells.size()
                    ? ""
                    : cells.get(place).strip();
        }
    }

    private static void take(Incoming into, Row row, Instant now) {
        var number = row.at("記録番号");
        try {
            if (!number.matches("[A-Za-z0-9._/-]{1,150}"))
                throw new IllegalArgumentException("記録番号「%s」は英数字と . _ / - で書いてください".formatted(Words.cut(number, 30)));
            var record = number.contains("/") ? number : "table.local/" + number;
            var facts = facts(row);
            into.persons().add(new Incoming.Person(row.line(), record, facts, "名簿", now));
            if (!row.at("避難所").isEmpty())
                into.notes().add(new Incoming.Note(row.line(), record, checkIn(record, row.at("避難所"), now)));
        } catch (IllegalArgumentException wrong) {
            into.refused()
                    .add(new ImportPersons.Row(
                            row.line(), number, ImportPersons.Result.REFUSED, wrong.getMessage() + "。"));
        }
    }

    private static PersonFacts facts(Row row) {
        var whole = row.at("氏名").isEmpty() ? null : PersonName.of(row.at("氏名"), row.at("よみ"));
        return new PersonFacts(
                whole == null ? row.at("氏") : whole.family(),
                whole == null ? row.at("名") : whole.given(),
                whole == null || row.at("よみ").isEmpty() ? row.at("氏よみ") : whole.familyKana(),
                whole == null || row.at("よみ").isEmpty() ? row.at("名よみ") : whole.givenKana(),
                "",
                Sex.of(row.at("性別")),
                row.at("生年月日").replace('/', '-'),
                row.at("年齢").replace("歳", ""),
                row.at("都道府県"),
                row.at("市区町村"),
                row.at("大字・町"),
                row.at("番地"),
                row.at("説明"));
    }

    /** The same shelter in the next file is the same note; another shelter is a new one. */
    private static PersonNote checkIn(String record, String shelter, Instant now) {
        return new PersonNote(
                record + ".at." + Integer.toHexString(shelter.hashCode()),
                Happening.CHECK_IN,
                NoteStatus.BELIEVED_ALIVE,
                shelter,
                "",
                "避難者名簿",
                "",
                now,
                now,
                null);
    }
}
