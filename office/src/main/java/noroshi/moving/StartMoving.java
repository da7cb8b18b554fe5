package noroshi.moving;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import noroshi.people.Directory;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import noroshi.publishing.SeriesShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins to move a site in. Only reads: nothing is public until {@link ReleaseMoving}. */
@Component
public final class StartMoving {

    public static final int NAME_CHARACTERS_MAX = 60;
    public static final int PAGES_MAX = 10_000;
    public static final int DEPTH_MAX = 30;
    private static final int FILES_MAX = 20;

    private final Tenancy tenancy;
    private final Jobs jobs;
    private final Crawling crawling;
    private final SeriesShelf shelf;
    private final Directory directory;
    private final MovingSettings moving;
    private final Settings settings;
    private final Audit audit;
    private final MovingWorker worker;

    StartMoving(
            Tenancy tenancy,
            Jobs jobs,
            Crawling crawling,
            SeriesShelf shelf,
            Directory directory,
            MovingSettings moving,
            Settings settings,
            Audit audit,
            MovingWorker worker) {
        this.tenancy = tenancy;
        this.jobs = jobs;
        this.crawling = crawling;
        this.shelf = shelf;
        this.directory = directory;
        this.moving = moving;
        this.settings = settings;
        this.audit = audit;
        this.worker = worker;
    }

    public record File(String name, byte[] content) {}

    /**
     * @param source upload, folder or crawl; @param files for an upload; @param place the folder, or the first address of a crawl
     * @param origin {@code http://host} that the pages had; may be empty
     * @param pagesMax and depthMax of a crawl
     */
    public record Command(
            String government,
            String name,
            String source,
            List<File> files,
            String place,
            String origin,
            String series,
            @Nullable String department,
            int pagesMax,
            int depthMax,
            Officer by,
            Instant at) {}

    public MovingOutcome handle(Command command) {
        var lacking = Rights.lacking(command.by(), command.government(), Role.ADMINISTRATOR);
        if (lacking.isPresent()) return lacking.get();
        var refused = refused(command);
        if (refused.isPresent()) return refused.get();
        // Resolving a host's name takes its time: outside of the transaction.
        var reached = reached(command);
        if (reached.isPresent()) return reached.get();
        var outcome = tenancy.in(command.government(), () -> begin(command));
        worker.ring();
        return outcome;
    }

    private Optional<MovingOutcome> refused(Command command) {
        if (command.name().isBlank() || command.name().length() > NAME_CHARACTERS_MAX)
            return refused("name", "名前を1〜%d字で入力してください。あとで見分けるための名前です。".formatted(NAME_CHARACTERS_MAX));
        if (!command.origin().isBlank() && !command.origin().matches("(?i)https?://[a-z0-9.:\\[\\]-]{1,253}/?"))
            return refused("origin", "元のサイトの番地は http://www.example.jp の形で入力してください。");
        if (command.pagesMax() < 1 || command.pagesMax() > PAGES_MAX)
            return refused("pages", "ページの上限は1〜%,dで指定してください。".formatted(PAGES_MAX));
        if (command.depthMax() < 1 || command.depthMax() > DEPTH_MAX)
            return refused("depth", "たどる深さは1〜%dで指定してください。".formatted(DEPTH_MAX));
        return Optional.empty();
    }

    private Optional<MovingOutcome> reached(Command command) {
        return switch (command.source()) {
            case "upload" ->
                command.files().isEmpty() || command.files().size() > FILES_MAX
                        ? refused(
                                "files",
                                "ファイルを1〜%d個選んでください。ZIP、WordPressの書き出し（XML）、Atom・RSS、CSVを取り込めます。".formatted(FILES_MAX))
                        : Optional.empty();
            case "folder" ->
                folder(command.place()).isPresent()
                        ? Optional.empty()
                        : refused(
                                "place",
                                "このフォルダーは取り込めません。設定 noroshi.moving.folders にある場所か、データフォルダーの moving の下を選んでください。");
            case "crawl" -> crawled(command.place());
            default -> refused("source", "取り込み方を選んでください。");
        };
    }

    private Optional<MovingOutcome> crawled(String place) {
        try {
            var forbidden = crawling.forbidden(new URI(place.strip()));
            return forbidden == null ? Optional.empty() : refused("place", forbidden + "。");
        } catch (URISyntaxException e) {
            return refused("place", "番地が正しくありません。https://www.example.jp/ の形で入力してください。");
        }
    }

    /** Real paths are compared, so that a link inside an allowed folder leads nowhere else. */
    private Optional<Path> folder(String place) {
        try {
            if (place.isBlank()) return Optional.empty();
            var real = Path.of(place.strip()).toRealPath();
            for (var allowed : allowed())
                if (Files.exists(allowed) && real.startsWith(allowed.toRealPath())) return Optional.of(real);
            return Optional.empty();
        } catch (IOException | java.nio.file.InvalidPathException e) {
            return Optional.empty();
        }
    }

    private List<Path> allowed() {
        var allowed = new ArrayList<>(moving.folders());
        allowed.add(settings.data().resolve("moving"));
        return allowed;
    }

    /** What lies in the allowed folders, to choose from. */
    public List<String> folders() {
        var found = new ArrayList<String>();
        for (var allowed : allowed()) {
            if (!Files.isDirectory(allowed)) continue;
            try (var inside = Files.list(allowed)) {
                inside.filter(path -> Files.isDirectory(path)
                                || path.toString()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .endsWith(".zip"))
                        .sorted()
                        .limit(100)
                        .forEach(path -> found.add(path.toString()));
            } catch (IOException e) {
                // What cannot be read cannot be chosen.
            }
        }
        return found;
    }

    private MovingOutcome begin(Command command) {
        if (shelf.find(command.government(), command.series()).isEmpty())
            return new MovingOutcome.Refused("series", "媒体「%s」はありません。媒体の一覧から選んでください。".formatted(command.series()));
        var department = command.department();
        if (department != null
                && directory.findDepartment(command.government(), department).isEmpty())
            return new MovingOutcome.Refused("department", "課室「%s」はありません。課室の一覧から選んでください。".formatted(department));
        long id = jobs.create(job(command));
        for (int i = 0; i < command.files().size(); i++)
            jobs.upload(
                    command.government(),
                    id,
                    i + 1,
                    command.files().get(i).name(),
                    command.files().get(i).content());
        if (command.source().equals("crawl"))
            crawling.offer(jobs.find(command.government(), id).orElseThrow(), first(command.place()), 0);
        audit.record(command.government(), command.by().id(), "moving.started", "moving:" + id, command.name());
        return new MovingOutcome.Done(id);
    }

    private static String first(String place) {
        var address = noroshi.moving.page.Addresses.resolve("/", place.strip(), origin(place));
        return address == null ? "/" : address;
    }

    private static String origin(String place) {
        return place.strip().replaceFirst("(?i)^(https?://[^/?#]+).*$", "$1");
    }

    private MovingJob job(Command command) {
        boolean crawl = command.source().equals("crawl");
        var place = command.source().equals("folder")
                ? folder(command.place()).orElseThrow().toString()
                : command.place().strip();
        return new MovingJob(
                command.government(),
                0,
                command.name().strip(),
                command.source(),
                place,
                crawl ? origin(command.place()) : command.origin().strip().replaceFirst("/$", ""),
                MovingState.GATHERING,
                command.series(),
                command.department(),
                command.pagesMax(),
                command.depthMax(),
                "draft",
                "",
                0,
                "",
                "",
                command.by().id(),
                command.at(),
                command.by().id(),
                command.at(),
                null);
    }

    private static Optional<MovingOutcome> refused(String field, String reason) {
        return Optional.of(new MovingOutcome.Refused(field, reason));
    }
}
