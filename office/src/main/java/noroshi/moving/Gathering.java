package noroshi.moving;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import noroshi.moving.source.Archive;
import noroshi.moving.source.Folder;
import noroshi.moving.source.Found;
import noroshi.moving.source.Items;
import noroshi.moving.source.Limits;
import noroshi.moving.source.Refused;
import noroshi.moving.source.Rows;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Brings every file of the source into rows. An upload is taken apart whole or not at all; a folder some files at a time. */
@Component
final class Gathering implements Step {

    private static final int FILES = 50;
    static final String PAGE_TOO_LARGE = "HTMLが%,dバイトを超えるページです。内容を写して、記事として書いてください".formatted(Limits.PAGE_BYTES_MAX);

    private final Tenancy tenancy;
    private final Jobs jobs;
    private final Entries entries;
    private final Packages packages;
    private final Crawling crawling;
    private final InstantSource clock;

    Gathering(Tenancy tenancy, Jobs jobs, Entries entries, Packages packages, Crawling crawling, InstantSource clock) {
        this.tenancy = tenancy;
        this.jobs = jobs;
        this.entries = entries;
        this.packages = packages;
        this.crawling = crawling;
        this.clock = clock;
    }

    @Override
    public MovingState state() {
        return MovingState.GATHERING;
    }

    @Override
    public void next(MovingJob job) {
        boolean more =
                switch (job.source()) {
                    case "upload" -> tenancy.in(job.government(), () -> upload(job));
                    case "folder" -> folder(job, Path.of(job.place()));
                    case "crawl" -> crawling.next(job);
                    default ->
                        throw new IllegalStateException("Job %d has the source %s.".formatted(job.id(), job.source()));
                };
        if (!more) tenancy.run(job.government(), () -> finish(job));
    }

    private void finish(MovingJob job) {
        if (entries.count(job, "kind = 'page'") == 0)
            throw new Refused("ページが1つも見つかりませんでした。送ったファイルや番地を確かめて、新しい取込みを始めてください。");
        jobs.state(job, MovingState.SURVEYING, "", clock.instant());
    }

    private boolean upload(MovingJob job) {
        var next = jobs.nextUpload(job);
        if (next.isEmpty()) return false;
        var upload = next.get();
        take(job, upload.name(), upload.content());
        jobs.uploadDone(job, upload.number());
        return true;
    }

    private void take(MovingJob job, String name, byte[] content) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (Archive.isZip(content)) archive(job, () -> new ByteArrayInputStream(content));
        else if (lower.endsWith(".csv") || lower.endsWith(".tsv"))
            Rows.read(content).forEach(found -> add(job, found));
        else if (Items.isXml(content)) {
            var read = Items.read(content);
            if (!read.origin().isEmpty()) jobs.origin(job, read.origin());
            read.pages().forEach(found -> add(job, found));
        } else {
            var address = noroshi.moving.page.Addresses.canonical("/" + name.replaceAll(".*[/\\\\]", ""), "");
            if (address != null) add(job, new Found(address, content, "", null));
        }
    }

    private void archive(MovingJob job, Archive.Opening opening) {
        var own = packages.look(opening);
        if (own.isPresent()) packages.take(job, opening, own.get());
        else Archive.read(opening, found -> add(job, found));
    }

    private boolean folder(MovingJob job, Path folder) {
        if (Files.isRegularFile(folder)) return tenancy.in(job.government(), () -> file(job, folder));
        var files = Folder.list(folder);
        return tenancy.in(job.government(), () -> some(job, folder, files));
    }

    /** A ZIP that lies on the server. */
    private boolean file(MovingJob job, Path file) {
        if (entries.count(job, "true") > 0) return false;
        archive(job, () -> Files.newInputStream(file));
        return true;
    }

    private boolean some(MovingJob job, Path folder, List<Path> files) {
        var known = new java.util.HashSet<String>();
        entries.lines(job).forEach(line -> known.add(line.address()));
        int added = 0;
        for (var file : files) {
            var address = Folder.address(folder, file);
            if (address == null || known.contains(address)) continue;
            var found = Folder.read(folder, file);
            if (found != null) add(job, found);
            if (++added == FILES) return true;
        }
        return added > 0;
    }

    static boolean isTooLarge(Kind kind, byte[] content) {
        return kind == Kind.PAGE && content.length > Limits.PAGE_BYTES_MAX;
    }

    void add(MovingJob job, Found found) {
        add(entries, job, found);
    }

    static int add(Entries entries, MovingJob job, Found found) {
        var kind = Kind.of(found);
        if (found.type().equals("too-large") || found.type().equals("unreadable"))
            return entries.add(
                    job, found, kind, "failed", found.type().equals("too-large") ? "25MBを超えるファイルです" : "ファイルを読めません", 0);
        if (kind == Kind.OTHER) return entries.add(job, found, kind, "skipped", "見た目やプログラムのファイルです（移す必要がありません）", 0);
        if (isTooLarge(kind, found.content())) return entries.add(job, found, kind, "failed", PAGE_TOO_LARGE, 0);
        if (kind == Kind.PAGE && entries.has(job, found.address()))
            return entries.add(
                    job,
                    found,
                    kind,
                    "failed",
                    "同じアドレス %s のページがもう1つあります。先に見つかったほうを取り込みます".formatted(found.address()),
                    0);
        return entries.add(job, found, kind, "gathered", "", 0);
    }
}
