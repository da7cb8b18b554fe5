package noroshi.exports;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import noroshi.platform.CsvLines;
import noroshi.platform.Tenancy;
import noroshi.publishing.Articles;
import noroshi.publishing.MediaShelf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What stands in an export: see README.txt in it. Read in pieces, each its own transaction, so that the office goes on meanwhile. */
@Component
final class ExportPackage {

    private static final int ARTICLES = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final Articles articles;
    private final MediaShelf media;
    private final InstantSource clock;

    ExportPackage(Tenancy tenancy, JdbcClient sql, Articles articles, MediaShelf media, InstantSource clock) {
        this.tenancy = tenancy;
        this.sql = sql;
        this.articles = articles;
        this.media = media;
        this.clock = clock;
    }

    void write(Export export, OutputStream out) throws IOException {
        // The digest's stream stays open until its owner has read it.
        try (var zip = new ZipOutputStream(new Shielded(out), StandardCharsets.UTF_8)) {
            begin(export);
            entry(zip, "noroshi-export.json", JSON.writeValueAsString(head(export)) + "\n");
            entry(zip, "README.txt", README);
            for (var table : ExportTable.all(export.subscribers())) table(export, zip, table);
            articles(export, zip);
            files(export, zip);
        }
    }

    private Map<String, Object> head(Export export) {
        var head = new LinkedHashMap<String, Object>();
        head.put("format", 1);
        head.put("government", export.government());
        head.put("at", clock.instant().toString());
        head.put("subscribers", export.subscribers());
        return head;
    }

    private void begin(Export export) {
        tenancy.run(export.government(), () -> sql.sql("""
                        update export_job set state = 'writing', done = 0,
                               total = (select count(*) from article where government = :government) + (select count(*) from media where government = :government)
                         where government = :government and id = :id
                        """)
                .param("government", export.government())
                .param("id", export.id())
                .update());
    }

    private void progress(Export export, int done) {
        tenancy.run(export.government(), () -> sql.sql(
                        "update export_job set done = done + :done where government = :government and id = :id")
                .param("government", export.government())
                .param("id", export.id())
                .param("done", done)
                .update());
    }

    private void table(Export export, ZipOutputStream zip, ExportTable table) throws IOException {
        zip.putNextEntry(new ZipEntry(table.file()));
        var lines = new CsvLines();
        lines.row(table.columns().toArray());
        zip.write(lines.take().getBytes(StandardCharsets.UTF_8));
        tenancy.run(export.government(), () -> sql.sql(table.query())
                .withFetchSize(500)
                .param("government", export.government())
                .query(row -> {
                    var cells = new Object[table.columns().size()];
                    for (int i = 0; i < cells.length; i++) cells[i] = row.getString(i + 1);
                    try {
                        zip.write(lines.row(cells).take().getBytes(StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
        zip.closeEntry();
    }

    private void articles(Export export, ZipOutputStream zip) throws IOException {
        long after = 0;
        while (true) {
            long last = after;
            var ids = tenancy.in(export.government(), () -> sql.sql(
                            "select id from article where government = :government and id > :after order by id limit "
                                    + ARTICLES)
                    .param("government", export.government())
                    .param("after", last)
                    .query(Long.class)
                    .list());
            if (ids.isEmpty()) return;
            for (var file : tenancy.in(export.government(), () -> files(export.government(), ids))
                    .entrySet()) entry(zip, file.getKey(), file.getValue());
            after = ids.getLast();
            progress(export, ids.size());
        }
    }

    private Map<String, String> files(String government, List<Long> ids) {
        var files = new LinkedHashMap<String, String>();
        for (var id : ids) {
            var article = articles.find(government, id).orElseThrow();
            int shown = article.publicEdition() == null ? article.newestEdition() : article.publicEdition();
            for (var edition : articles.listEditions(government, id)) {
                var text = ArticleFile.of(article, edition).write();
                files.put("editions/%d/%d.md".formatted(id, edition.number()), text);
                if (edition.number() == shown) files.put("articles/%s-%d.md".formatted(article.series(), id), text);
            }
        }
        return files;
    }

    private void files(Export export, ZipOutputStream zip) throws IOException {
        var names = tenancy.in(export.government(), () -> sql.sql(
                        "select hash, extension from media where government = :government order by hash")
                .param("government", export.government())
                .query((row, n) -> row.getString(1) + "." + row.getString(2))
                .list());
        for (var name : names) {
            var content = tenancy.in(
                    export.government(), () -> media.findContent(export.government(), name.replaceFirst("\\..*", "")));
            if (content.isEmpty()) continue;
            zip.putNextEntry(new ZipEntry("media/" + name));
            zip.write(content.get());
            zip.closeEntry();
            progress(export, 1);
        }
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static final class Shielded extends FilterOutputStream {
        Shielded(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    private static final String README = """
            狼煙（Noroshi）の書き出し

            articles/     記事。公開中の版（なければ最新の版）のMarkdown。先頭の「---」の間に題名・日付・媒体など（値はJSONの書き方）
            editions/     すべての版（記事の番号/版の番号.md）
            media/        画像と添付ファイル（名前は中身のSHA-256）。代替テキストと元の名前は media.csv
            *.csv         UTF-8（BOM付き）。媒体、課室、職員（パスワードなどの秘密は含まない）、承認、公開の記録、転送、操作の記録
            subscribers.csv  登録者（求めた場合だけ）

            この書き出しは、別の狼煙の「管理 → サイトの取込み」でそのまま取り込めます。
            セルの先頭が = + - @ のときは、表計算で式として働かないよう ' を付けています。
            """;
}
