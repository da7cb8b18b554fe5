package noroshi.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import noroshi.acceptance.Home;

/** The real telegrams of 11 to 13 March 2011, in their order: what is 再現 wherever it is shown. */
final class Telegrams {

    private static final String FOLDER = "outward/jma/telegrams";
    private static final String SITE = "/" + World.PREFECTURE;
    /** Subscribes to the prefecture's emergencies in the demonstration. */
    private static final String SUBSCRIBER = "natorigawa@example.jp";

    private static final String WARNING = "大津波警報";

    private final World world;
    private final List<Path> files;

    private Telegrams(World world, List<Path> files) {
        this.world = world;
        this.files = files;
    }

    /** Empty where the data shared beside the repository is absent. */
    static Optional<Telegrams> find(World world) throws IOException {
        var folder = Home.shared(FOLDER);
        if (folder.isEmpty()) return Optional.empty();
        try (var all = Files.list(folder.get())) {
            var files = all.filter(file -> file.getFileName().toString().startsWith("32-39_11_"))
                    .sorted()
                    .toList();
            return files.size() < 4 ? Optional.empty() : Optional.of(new Telegrams(world, files));
        }
    }

    /** 震度速報, 津波警報, 津波情報. */
    int first(Watch watch) throws IOException {
        long earlier = world.newestCap(SITE, WARNING);
        long mailed = world.mails(SUBSCRIBER, WARNING);
        long begun = Watch.begin();
        var article = post(files.subList(0, 3));
        watch.expect("帯：県のトップに大津波警報", begun, () -> banner(SITE + "/"));
        watch.expect("帯：軽量版にも", begun, () -> banner(SITE + "/l/"));
        watch.expect("帯：石巻市のトップにも", begun, () -> banner("/042021/"));
        watch.expect("ページ：大津波警報、震度６強（速報）", begun, () -> world.shows(article, "宮城県に大津波警報", "震度６強", "再現"));
        watch.expect("フィード（Atom）：緊急情報", begun, () -> world.shows(SITE + "/emergency/feed.xml", article, "宮城県に大津波警報"));
        watch.expect("CAP：大津波警報", begun, () -> world.newestCap(SITE, WARNING) > earlier);
        watch.expect("メール：県の登録者", begun, () -> world.mails(SUBSCRIBER, WARNING) > mailed);
        return 3;
    }

    /** 震源・震度, and the warnings as they were raised and extended until the evening of the next day. */
    int further(Watch watch) throws IOException {
        long begun = Watch.begin();
        var article = post(files.subList(3, files.size() - 1));
        watch.expect("ページ：栗原市の震度７", begun, () -> world.shows(article, "栗原市", "震度７"));
        watch.expect("フィード（Atom）：最大震度７", begun, () -> world.shows(SITE + "/emergency/feed.xml", "最大震度７"));
        return files.size() - 4;
    }

    /** The last one lifts everything. */
    int last(Watch watch) throws IOException {
        long begun = Watch.begin();
        post(files.subList(files.size() - 1, files.size()));
        watch.expect("帯：県のトップから大津波警報が消えた", begun, () -> !banner(SITE + "/"));
        watch.expect("帯：石巻市のトップからも", begun, () -> !banner("/042021/"));
        return 1;
    }

    private boolean banner(String path) throws IOException {
        var text = world.banner(path);
        return text.contains(WARNING) && text.contains("再現");
    }

    /** @return the path of the event's page */
    private String post(List<Path> some) throws IOException {
        var path = "";
        for (var file : some) {
            var answer = world.prefecture()
                    .telegram(Files.readAllBytes(file), true)
                    .expect(202)
                    .json();
            if (answer.has("article") && answer.get("article").isJsonObject())
                path = answer.getAsJsonObject("article").get("path").getAsString();
        }
        return path;
    }
}
