package noroshi.demo;

import static noroshi.platform.Require.require;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.platform.CsvRecords;

/** A CSV file (RFC 4180) with a header line, as rows of named values. */
record Table(List<Map<String, String>> rows) {

    private static final int LINES_MAX = 100_000;

    static Table read(String text) {
        var lines = CsvRecords.read(text, ',', LINES_MAX).lines();
        var header = lines.getFirst().cells();
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines.stream().skip(1).map(CsvRecords.Line::cells).toList()) {
            require(
                    line.size() == header.size(),
                    "The line '%s' has %d values, its header %d.",
                    line,
                    line.size(),
                    header.size());
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < header.size(); i++) row.put(header.get(i), line.get(i));
            rows.add(row);
        }
        return new Table(rows);
    }
}
