package noroshi.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import noroshi.channels.DispatchDesk;
import noroshi.people.Role;
import noroshi.platform.DatabaseState;
import noroshi.platform.DeadLetters;
import noroshi.platform.DeadLetters.Waiting;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import noroshi.site.BeaconState;
import noroshi.site.CommandShownMode;
import noroshi.site.SiteState;
import noroshi.site.SiteState.Snapshot;
import org.springframework.stereotype.Component;

/** Looks at every part and says in plain words how it stands. */
@Component
class StatusScreens {

    /** Work is usually done within a second; what waits longer is worth a look. */
    private static final Duration WAITING_MAX = Duration.ofMinutes(2);

    private static final Chip WELL = new Chip("正常", "green");
    private static final Chip LOOK = new Chip("注意", "yellow");
    private static final Chip BROKEN = new Chip("異常", "red");
    private static final Map<String, String> LISTENERS = Map.of(
            "site", "公開ページの作成",
            "alerts", "緊急の配信",
            "channels", "配信");

    private final DatabaseState database;
    private final DeadLetters deadLetters;
    private final DispatchDesk dispatches;
    private final SiteState site;
    private final Tenancy tenancy;
    private final InstantSource clock;
    private final Settings settings;

    StatusScreens(
            DatabaseState database,
            DeadLetters deadLetters,
            DispatchDesk dispatches,
            SiteState site,
            Tenancy tenancy,
            InstantSource clock,
            Settings settings) {
        this.database = database;
        this.deadLetters = deadLetters;
        this.dispatches = dispatches;
        this.site = site;
        this.tenancy = tenancy;
        this.clock = clock;
        this.settings = settings;
    }

    private record Rows(
            DatabaseState.Facts database,
            List<Waiting> waiting,
            List<DeadLetters.DeadLetter> dead,
            DispatchDesk.Queue mail) {}

    /** A prefecture's administrator looks after the whole installation. */
    static boolean seesAll(Acting acting) {
        return acting.officer().prefectural() && acting.has(Role.ADMINISTRATOR) && acting.isAtHome();
    }

    StatusBoard board(Acting acting) {
        Supplier<Rows> read =
                () -> new Rows(database.facts(), deadLetters.waiting(), deadLetters.list(), dispatches.queue());
        var rows = seesAll(acting) ? tenancy.everywhere(read) : tenancy.in(acting.code(), read);
        var snapshot = site.snapshot();
        var parts = List.of(
                database(rows.database()), site(snapshot), outbox(rows.waiting(), rows.dead()), mail(rows.mail()));
        return new StatusBoard(
                parts,
                site.beacons().stream().map(beacon -> beacon(beacon, snapshot)).toList(),
                rows.waiting().stream()
                        .map(line -> new StatusBoard.Line(
                                listener(line.listener()), line.count(), Moments.exact(oldest(line))))
                        .toList(),
                rows.dead().stream().map(StatusScreens::dead).toList(),
                acting.has(Role.ADMINISTRATOR),
                seesAll(acting),
                site.mode(),
                CommandShownMode.mayCommand(acting.officer()));
    }

    private StatusBoard.Part database(DatabaseState.Facts facts) {
        var what = "PostgreSQL %s、大きさ %,d MB、接続 %d / %d。"
                .formatted(facts.version(), facts.bytes() / 1_000_000, facts.connections(), facts.connectionsMax());
        boolean narrow = facts.connections() * 10 > facts.connectionsMax() * 9;
        return new StatusBoard.Part(
                "データベース",
                narrow ? LOOK : WELL,
                what,
                narrow ? "接続が残りわずかです。ほかに接続しているプログラムを確かめるか、max_connections を増やしてください。" : "");
    }

    private StatusBoard.Part site(Snapshot snapshot) {
        return switch (snapshot) {
            case Snapshot.NothingPublished() ->
                new StatusBoard.Part("公開サイト", LOOK, "まだ何も公開されていません。", "最初の記事を公開すると、公開サイトが作られます。");
            case Snapshot.Newest(long version, Instant created) ->
                new StatusBoard.Part(
                        "公開サイト",
                        settings.beacons().isEmpty() ? LOOK : WELL,
                        "最新の版は %,d、作成は%s。表示は%s。"
                                .formatted(
                                        version,
                                        Moments.exact(created),
                                        site.mode().japanese()),
                        settings.beacons().isEmpty() ? "のろし台が登録されていません。設定の noroshi.beacons に登録してください。" : "");
            case Snapshot.AfterRestore(String reason) ->
                new StatusBoard.Part("公開サイト", LOOK, reason, "下の表でのろし台の電源と回線を確かめてください。一台でも返事をすれば、自動で公開が再開します。");
            case Snapshot.Broken(String reason) ->
                new StatusBoard.Part(
                        "公開サイト",
                        BROKEN,
                        "スナップショットを開けません：" + reason,
                        "データの場所（noroshi.data）の keys と snapshot が読み書きできるか確かめ、./noroshi を起動し直してください。公開した記事は失われていません。");
        };
    }

    private StatusBoard.Part outbox(List<Waiting> waiting, List<DeadLetters.DeadLetter> dead) {
        long count = waiting.stream().mapToLong(Waiting::count).sum();
        if (!dead.isEmpty())
            return new StatusBoard.Part(
                    "処理の待ち行列",
                    BROKEN,
                    "待ち %,d件、止まった処理 %,d件。".formatted(count, dead.size()),
                    "下の「止まった処理」の理由を読み、原因を直してから「やり直す」を押してください。");
        var late = waiting.stream().anyMatch(line -> isLate(oldest(line)));
        return new StatusBoard.Part(
                "処理の待ち行列",
                late ? LOOK : WELL,
                count == 0 ? "待っている処理はありません。" : "待ち %,d件。".formatted(count),
                late ? "2分より長く待っている処理があります。続くときは、庁内サーバーの記録（ログ）を確かめ、必要なら再起動してください。何も失われません。" : "");
    }

    private StatusBoard.Part mail(DispatchDesk.Queue queue) {
        var what = "送信待ち %,d通、再試行 %,d通。送信先サーバーは %s:%d。"
                .formatted(
                        queue.waiting(),
                        queue.retrying(),
                        settings.smtp().host(),
                        settings.smtp().port());
        var oldest = queue.oldest();
        if (queue.retrying() > 0 && oldest != null && isLate(oldest))
            return new StatusBoard.Part(
                    "メール",
                    BROKEN,
                    what + "最後の応答：" + queue.problem(),
                    "メールサーバーが動いているか、設定 noroshi.smtp と認証が正しいかを確かめてください。直れば自動で送り直します。");
        boolean slow = oldest != null && isLate(oldest);
        return new StatusBoard.Part(
                "メール", slow ? LOOK : WELL, what, slow ? "送信に時間がかかっています。一斉配信の直後なら、しばらく待ってください。" : "");
    }

    private StatusBoard.Beacon beacon(BeaconState beacon, Snapshot snapshot) {
        long behind = snapshot instanceof Snapshot.Newest newest ? newest.version() - beacon.version() : 0;
        var state =
                switch (beacon.reach()) {
                    case SERVES -> behind > 1 ? LOOK : WELL;
                    case NOT_TRIED -> new Chip("確認中", "grey");
                    case REFUSES, UNREACHABLE -> BROKEN;
                };
        var next =
                switch (beacon.reach()) {
                    case SERVES -> behind > 1 ? "新しい版を送っているところです。数分たっても追いつかないときは、のろし台の記録を確かめてください。" : "";
                    case NOT_TRIED -> "";
                    case REFUSES ->
                        "のろし台が受け取りを断っています（%s）。合言葉（secret-file）と署名の鍵が両方で同じか確かめてください。".formatted(beacon.trouble());
                    case UNREACHABLE ->
                        "%sからつながりません。のろし台の電源と回線、プログラムが動いているかを確かめてください。つながれば自動で追いつきます。"
                                .formatted(Moments.brief(beacon.since()));
                };
        return new StatusBoard.Beacon(
                beacon.address().toString(),
                state,
                beacon.version() == 0 ? "不明" : "%,d".formatted(beacon.version()),
                lag(beacon, behind),
                next);
    }

    private static String lag(BeaconState beacon, long behind) {
        if (beacon.version() == 0) return "不明";
        return behind <= 0 ? "なし" : "%,d版".formatted(behind);
    }

    private boolean isLate(Instant since) {
        return Duration.between(since, clock.instant()).compareTo(WAITING_MAX) > 0;
    }

    private Instant oldest(Waiting line) {
        var oldest = line.oldest();
        return oldest == null ? clock.instant() : oldest;
    }

    private static String listener(String name) {
        return LISTENERS.getOrDefault(name, name);
    }

    private static StatusBoard.Dead dead(DeadLetters.DeadLetter letter) {
        return new StatusBoard.Dead(
                letter.id(),
                letter.government(),
                listener(letter.listener()),
                letter.topic(),
                letter.key(),
                letter.attempts(),
                letter.problem(),
                Moments.brief(letter.deadAt()));
    }
}
