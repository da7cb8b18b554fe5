package noroshi.acceptance;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jsoup.nodes.Element;

/** An administrator who moves a site in, through the office's screens; and a reader who then follows every link and every old address. */
public final class MovingWalk {

    private final Demonstration demonstration;
    private final Http http;
    private final String government;

    public MovingWalk(Demonstration demonstration, Http http, String government) {
        this.demonstration = demonstration;
        this.http = http;
        this.government = government;
    }

    public void signIn() throws IOException {
        var words = demonstration.signIns().stream()
                .map(line -> line.split(" "))
                .filter(each -> each[0].equals("admin"))
                .findFirst()
                .orElseThrow();
        var page = http.get(demonstration.officeUrl() + "/sign-in");
        Forms.submit(http, page, Map.of("login", "admin", "password", words[1])).expect(302);
    }

    private String at(String path) {
        return demonstration.officeUrl() + path + (path.contains("?") ? "&" : "?") + "government=" + government;
    }

    /** Begins to read a folder below the office's data folder; returns the job's number. */
    public String start(String name, Path folder, String origin) throws IOException {
        var page = http.get(at("/settings/moving/new")).expect(200).page();
        var fields = hidden(Objects.requireNonNull(page.selectFirst("form[action$=/settings/moving]")));
        fields.put("name", name);
        fields.put("source", "folder");
        fields.put("folder", folder.toString());
        fields.put("origin", origin);
        fields.put("series", "news");
        var answer = http.post(demonstration.officeUrl() + "/settings/moving", fields)
                .expect(302);
        return answer.header("Location").replaceFirst(".*/settings/moving/(\\d+).*", "$1");
    }

    /** What the screen says of the job's state. */
    public String state(String job) throws IOException {
        var page = http.get(at("/settings/moving/" + job)).expect(200).page();
        return page.select(".heading .chip").text();
    }

    public void await(String job, String state, Duration longest) {
        Demonstration.await("job " + job + " is " + state, longest, () -> {
            try {
                var now = state(job);
                if (now.contains("中断"))
                    throw new IllegalStateException("Job " + job + " failed: "
                            + http.get(at("/settings/moving/" + job))
                                    .page()
                                    .select(".problem")
                                    .text());
                return now.contains(state);
            } catch (IOException e) {
                return false; // the office may just have been killed
            }
        });
    }

    public void release(String job, int batch) throws IOException {
        var page = http.get(at("/settings/moving/" + job)).expect(200);
        Forms.submit(
                        http,
                        page,
                        Map.of("errors", "public", "reason", "旧サイトで公開済み", "batch", batch == 0 ? "" : "" + batch))
                .expect(302);
    }

    public void act(String job, String act) throws IOException {
        var page = http.get(at("/settings/moving/" + job)).expect(200).page();
        var form = page.selectFirst("form[action$=/" + act + "]");
        if (form == null) throw new IllegalStateException("No act " + act + " on the screen of job " + job);
        http.post(demonstration.officeUrl() + form.attr("action"), hidden(form)).expect(302);
    }

    private static Map<String, String> hidden(Element form) {
        var fields = new LinkedHashMap<String, String>();
        form.select("input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        return fields;
    }

    /** One line of the report. @param article "" when it is none */
    public record Line(String address, String kind, String result, String reason, String series, String article) {}

    public List<Line> report(String job) throws IOException {
        var lines = new ArrayList<Line>();
        var table = Csv.read(http.get(at("/settings/moving/" + job + "/report.csv"))
                .expect(200)
                .text());
        for (var row : table)
            lines.add(new Line(
                    value(row, "元のアドレス"),
                    value(row, "種類"),
                    value(row, "結果"),
                    value(row, "理由"),
                    value(row, "媒体"),
                    value(row, "記事")));
        return lines;
    }

    private static String value(Map<String, String> row, String column) {
        return requireNonNull(row.get(column), () -> "the report has no column " + column);
    }

    public static Map<String, Integer> results(List<Line> lines) {
        var results = new TreeMap<String, Integer>();
        lines.stream()
                .filter(line -> line.kind().equals("ページ"))
                .forEach(line -> results.merge(line.result(), 1, Integer::sum));
        return results;
    }

    /** What a reader found. */
    public record Read(int pages, int links, List<String> brokenLinks, int redirects, List<String> lostAddresses) {}

    public Read read(List<Line> lines) throws IOException {
        var site = demonstration.publicUrl() + "/" + government;
        var known = new HashMap<String, Integer>();
        var broken = new ArrayList<String>();
        int pages = 0;
        int links = 0;
        for (var line : lines) {
            if (line.article().isEmpty()) continue;
            var answer = http.get(site + "/" + line.series() + "/" + line.article());
            if (answer.status() != 200) {
                broken.add(line.address() + " → " + answer.status());
                continue;
            }
            pages++;
            for (var link : answer.page().select("main a[href], main img[src]")) {
                var to = (link.normalName().equals("img") ? link.absUrl("src") : link.absUrl("href"))
                        .replaceFirst("#.*", "");
                if (!to.startsWith(demonstration.publicUrl() + "/")) continue;
                links++;
                int status = known.computeIfAbsent(to, this::status);
                if (status != 200) broken.add(line.address() + ": " + to + " → " + status);
            }
        }
        var lost = new ArrayList<String>();
        int redirects = 0;
        for (var line : lines) {
            if (!line.kind().equals("ページ")) continue;
            if (leads(site + line.address())) redirects++;
            else lost.add(line.address() + "（" + line.result() + " " + line.reason() + "）");
        }
        return new Read(pages, links, broken, redirects, lost);
    }

    private int status(String url) {
        try {
            var answer = http.get(url);
            return answer.status() / 100 == 3
                    ? status(demonstration.publicUrl()
                            + answer.header("Location").replace(demonstration.publicUrl(), ""))
                    : answer.status();
        } catch (IOException e) {
            return 0;
        }
    }

    private boolean leads(String url) throws IOException {
        var answer = http.get(url);
        return answer.status() == 301
                && status(demonstration.publicUrl() + answer.header("Location").replace(demonstration.publicUrl(), ""))
                        == 200;
    }

    public int status404(List<Line> lines) throws IOException {
        int gone = 0;
        for (var line : lines)
            if (line.kind().equals("ページ")
                    && http.get(demonstration.publicUrl() + "/" + government + line.address())
                                    .status()
                            == 404) gone++;
        return gone;
    }
}
