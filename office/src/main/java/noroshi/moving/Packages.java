package noroshi.moving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.moving.source.Archive;
import noroshi.moving.source.Found;
import noroshi.moving.source.Table;
import org.springframework.stereotype.Component;

/** An export of another Noroshi, taken in again: articles in Markdown with what is known of them above, media with their words, series. */
@Component
final class Packages {

    static final String MARK = "/noroshi-export.json";

    private final Entries entries;

    Packages(Entries entries) {
        this.entries = entries;
    }

    /** What must be known before the articles. @param media words by hash */
    record Known(List<Map<String, String>> series, Map<String, Map<String, String>> media) {}

    /** Empty: it is the ZIP of some site. */
    Optional<Known> look(Archive.Opening opening) {
        var files = new HashMap<String, byte[]>();
        Archive.read(opening, found -> {
            if (found.address().equals(MARK) || found.address().matches("/(series|media)\\.csv"))
                files.put(found.address(), found.content());
        });
        if (!files.containsKey(MARK)) return Optional.empty();
        var media = new LinkedHashMap<String, Map<String, String>>();
        Table.read(files.getOrDefault("/media.csv", new byte[0]))
                .forEach(row -> media.put(row.getOrDefault("hash", ""), row));
        return Optional.of(
                new Known(new ArrayList<>(Table.read(files.getOrDefault("/series.csv", new byte[0]))), media));
    }

    void take(MovingJob job, Archive.Opening opening, Known known) {
        for (var series : known.series()) series(job, series);
        Archive.read(opening, found -> take(job, found, known));
    }

    private void series(MovingJob job, Map<String, String> series) {
        if (!series.getOrDefault("code", "").matches("[a-z][a-z0-9-]{0,39}")) return;
        entries.of(job, """
                        insert into moving_series (government, job, code, name, description, layout)
                        values (:government, :job, :code, :name, :description, :layout) on conflict do nothing
                        """)
                .param("code", series.get("code"))
                .param("name", series.getOrDefault("name", series.get("code")))
                .param("description", series.getOrDefault("description", ""))
                .param("layout", series.getOrDefault("layout", "news"))
                .update();
    }

    private void take(MovingJob job, Found found, Known known) {
        var address = found.address();
        if (address.startsWith("/media/")) {
            int number = entries.add(job, found, Kind.MEDIA, "gathered", "", 0);
            var words = known.media().getOrDefault(address.substring(7).replaceFirst("\\..*", ""), Map.of());
            meta(
                    job,
                    number,
                    "name=%s\nalt=%s\ncaption=%s"
                            .formatted(line(words, "name"), line(words, "alt"), line(words, "caption")));
        } else if (address.matches("/articles/[^/]+\\.md")) {
            var sheet = FrontMatter.read(new String(found.content(), java.nio.charset.StandardCharsets.UTF_8));
            var path = sheet.text("path");
            entries.add(
                    job,
                    new Found(
                            path.matches("/[a-z][a-z0-9-]{0,39}/\\d{1,18}") ? path : address,
                            found.content(),
                            "text/markdown",
                            found.modified()),
                    Kind.PAGE,
                    "gathered",
                    "",
                    0);
        } else entries.add(job, found, Kind.OTHER, "skipped", "書き出しの控えです（記事とファイルではありません）", 0);
    }

    private void meta(MovingJob job, int number, String meta) {
        entries.of(job, "update moving_entry set meta = :meta $job and number = :number")
                .param("meta", meta)
                .param("number", number)
                .update();
    }

    private static String line(Map<String, String> words, String name) {
        return words.getOrDefault(name, "").replaceAll("[\\r\\n]+", " ");
    }
}
