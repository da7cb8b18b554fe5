package noroshi.moving;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import noroshi.moving.page.Addresses;
import noroshi.moving.page.Letters;
import noroshi.moving.page.OldPage;
import noroshi.moving.source.Found;
import noroshi.moving.source.Limits;
import noroshi.moving.source.Refused;
import noroshi.moving.source.Robots;
import noroshi.moving.source.Web;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Walks over one host, one address at a time and slowly: each answer and the addresses it leads to are kept in one transaction, so a walk
 * that was cut off goes on where it was.
 */
@Component
final class Crawling {

    private static final int TRIES = 3;
    private static final int FILES_PER_PAGE = 10;

    private final Tenancy tenancy;
    private final Entries entries;
    private final MovingSettings settings;
    private final Web web;
    private @Nullable Wishes wishes;

    Crawling(Tenancy tenancy, Entries entries, MovingSettings settings, InstantSource clock) {
        this.tenancy = tenancy;
        this.entries = entries;
        this.settings = settings;
        this.web = new Web(Set.copyOf(settings.privateHosts()));
    }

    private record Wishes(long job, Robots robots) {}

    /** Why this host may not be crawled; null: it may. */
    @Nullable
    String forbidden(URI address) {
        return web.forbidden(address);
    }

    /** False when nothing is left to be asked for. Used by the worker's thread only. */
    boolean next(MovingJob job) {
        var found = tenancy.in(job.government(), () -> entries.next(job, "found", "%"));
        if (found.isEmpty()) return false;
        var entry = found.get();
        var robots = robots(job);
        if (!robots.allow(entry.address())) {
            tenancy.run(
                    job.government(),
                    () -> entries.end(job, entry.number(), "skipped", "サイトの robots.txt が集めないよう求めています"));
            return true;
        }
        pause(robots);
        var said = ask(job.origin(), entry.address());
        tenancy.run(job.government(), () -> keep(job, entry, said));
        return true;
    }

    private void pause(Robots robots) {
        var pause = Duration.ofMillis(settings.crawlPauseMs());
        if (robots.delay().compareTo(pause) > 0) pause = robots.delay();
        LockSupport.parkNanos(pause.toNanos());
    }

    private Robots robots(MovingJob job) {
        var known = wishes;
        if (known != null && known.job() == job.id()) return known.robots();
        var robots =
                switch (ask(job.origin(), "/robots.txt")) {
                    case Web.Said.Content content ->
                        Robots.read(Letters.read(content.bytes(), null).text());
                    case Web.Said.Elsewhere elsewhere -> Robots.none();
                    case Web.Said.Nothing(var reason, var again) -> {
                        if (again)
                            throw new Refused("%s の robots.txt を確かめられません（%s）。時間をおいて、もう一度始めてください。"
                                    .formatted(job.origin(), reason));
                        yield Robots.none();
                    }
                };
        wishes = new Wishes(job.id(), robots);
        return robots;
    }

    private Web.Said ask(String origin, String address) {
        Web.Said said = new Web.Said.Nothing("", false);
        for (int i = 0; i < TRIES; i++) {
            said = web.get(URI.create(origin + address));
            if (!(said instanceof Web.Said.Nothing nothing && nothing.again())) return said;
            LockSupport.parkNanos(
                    Duration.ofMillis((long) settings.crawlPauseMs() << i).toNanos());
        }
        return said;
    }

    private void keep(MovingJob job, Entries.Raw entry, Web.Said said) {
        switch (said) {
            case Web.Said.Nothing(var reason, var again) -> entries.end(job, entry.number(), "failed", reason);
            case Web.Said.Elsewhere(var location) -> elsewhere(job, entry, location);
            case Web.Said.Content content -> content(job, entry, content);
        }
    }

    private void elsewhere(MovingJob job, Entries.Raw entry, String location) {
        var target = Addresses.resolve(entry.address(), location, job.origin());
        entries.end(job, entry.number(), "skipped", "転送: " + location);
        if (target == null) return;
        entries.of(job, "update moving_entry set links = array[:target] $job and number = :number")
                .param("target", target)
                .param("number", entry.number())
                .update();
        offer(job, target, entry.depth());
    }

    private void content(MovingJob job, Entries.Raw entry, Web.Said.Content content) {
        var found = new Found(entry.address(), content.bytes(), content.type(), content.modified());
        var kind = Kind.of(found);
        if (Gathering.isTooLarge(kind, content.bytes())) {
            entries.end(job, entry.number(), "failed", Gathering.PAGE_TOO_LARGE);
            return;
        }
        entries.of(job, """
                        update moving_entry set kind = :kind, state = :state, reason = :reason, type = :type, modified_at = :modified, content = :content,
                               article = case when :kind = 'page' then coalesce(article, nextval(pg_get_serial_sequence('article', 'id'))) end
                        $job and number = :number
                        """)
                .param("kind", kind.code())
                .param("state", kind == Kind.OTHER ? "skipped" : "gathered")
                .param("reason", kind == Kind.OTHER ? "見た目やプログラムのファイルです（移す必要がありません）" : "")
                .param("type", content.type())
                .param("modified", Entries.time(content.modified()))
                .param("content", kind == Kind.OTHER ? null : content.bytes())
                .param("number", entry.number())
                .update();
        if (kind == Kind.PAGE) links(job, entry, found);
    }

    private void links(MovingJob job, Entries.Raw entry, Found found) {
        var text = Letters.read(found.content(), charset(found.type())).text();
        var page = OldPage.parse(entry.address(), text);
        int pages = entries.count(job, "kind = 'page'");
        int all = entries.count(job, "true");
        for (var link : page.links()) {
            var address = Addresses.resolve(entry.address(), link, job.origin());
            if (address == null) continue;
            var kind = Kind.expected(address);
            boolean deep = kind == Kind.PAGE && entry.depth() >= job.depthMax();
            boolean many = kind == Kind.PAGE
                    ? pages >= job.pagesMax()
                    : all >= Math.min(Limits.ENTRIES_MAX, job.pagesMax() * FILES_PER_PAGE);
            if (kind == Kind.OTHER || deep || many || tooMuch(job, all)) continue;
            if (!offer(job, address, entry.depth() + 1)) continue;
            all++;
            if (kind == Kind.PAGE) pages++;
        }
    }

    /** Asked now and then only: it reads every row. */
    private boolean tooMuch(MovingJob job, int all) {
        return all % 500 == 499
                && entries.of(job, "select coalesce(sum(octet_length(content)), 0) from moving_entry $job")
                                .query(Long.class)
                                .single()
                        > Limits.SOURCE_BYTES_MAX;
    }

    boolean offer(MovingJob job, String address, int depth) {
        if (entries.has(job, address)) return false;
        var kind = Kind.expected(address);
        entries.add(
                job,
                new Found(address, new byte[0], "", null),
                kind == Kind.OTHER ? Kind.MEDIA : kind,
                "found",
                "",
                depth);
        return true;
    }

    static @Nullable String charset(String type) {
        return List.of(type.split(";")).stream()
                .map(String::strip)
                .filter(part -> part.toLowerCase(java.util.Locale.ROOT).startsWith("charset="))
                .map(part -> part.substring(8).replace("\"", ""))
                .findFirst()
                .orElse(null);
    }
}
