package noroshi.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import noroshi.people.OfficerAccounts.Account;
import noroshi.platform.CsvRecords;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Takes a list of officers: adds who is new, changes who is different, stops and readmits. All of it or nothing; the same list again changes nothing.
 * Who is not in the list stays as they are.
 */
@Component
public final class ImportOfficers {

    public static final int BYTES_MAX = 2_000_000;
    public static final int ROWS_MAX = 5_000;

    /** One-time passwords have 79 random bits, which no fast guessing reaches; thousands of slow hashes would take minutes. */
    static final int ONE_TIME_STRENGTH = 4;

    private final StaffDesk desk;
    private final OfficerAccounts accounts;
    private final Directory directory;
    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final BCryptPasswordEncoder quick = new BCryptPasswordEncoder(ONE_TIME_STRENGTH);

    ImportOfficers(StaffDesk desk, OfficerAccounts accounts, Directory directory, Tenancy tenancy, JdbcClient sql) {
        this.desk = desk;
        this.accounts = accounts;
        this.directory = directory;
        this.tenancy = tenancy;
        this.sql = sql;
    }

    /** @param dry true: only tell what would happen (予行) */
    public record Command(String government, byte[] file, boolean dry, Officer by, Instant at) {}

    public enum Verdict {
        ADDED("追加"),
        CHANGED("変更"),
        STOPPED("利用停止"),
        READMITTED("利用再開"),
        SAME("変更なし"),
        WRONG("誤り");

        private final String japanese;

        Verdict(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    /** @param line of the file, from 1; @param detail what changes, or what is wrong (Japanese) */
    public record Row(int line, String login, String name, Verdict verdict, String detail) {}

    /** @param password to be handed over; this is its only copy */
    public record Handed(String login, String name, String department, String password) {}

    public sealed interface Ended {

        /** @param rows one for each line; when any is wrong, nothing was or would be changed */
        record Told(List<Row> rows, List<Handed> passwords, boolean done) implements Ended {

            public Told {
                rows = List.copyOf(rows);
                passwords = List.copyOf(passwords);
            }

            public boolean isClear() {
                return rows.stream().noneMatch(row -> row.verdict() == Verdict.WRONG);
            }

            public long count(Verdict verdict) {
                return rows.stream().filter(row -> row.verdict() == verdict).count();
            }
        }

        /** The file as a whole cannot be taken. @param reason Japanese */
        record Refused(String reason) implements Ended {}
    }

    public Ended handle(Command command) {
        var lacking = StaffDesk.lacking(command.by(), command.government());
        if (lacking.isPresent())
            return new Ended.Refused(
                    lacking.get() instanceof StaffOutcome.NotAllowed(var reason) ? reason : "管理者に依頼してください。");
        if (command.file().length > BYTES_MAX)
            return new Ended.Refused("ファイルが大きすぎます。%d MBまでです。分けて取り込んでください。".formatted(BYTES_MAX / 1_000_000));
        var text = CsvRecords.decoded(command.file());
        if (text.isEmpty()) return new Ended.Refused("文字コードが分かりません。UTF-8かシフトJIS（CP932）のCSVで保存し直してください。");
        var read = CsvRecords.read(text.get(), ',', ROWS_MAX + 1).lines();
        if (read.size() > ROWS_MAX + 1)
            return new Ended.Refused("1回に取り込めるのは%,d行までです。ファイルを分けてください。".formatted(ROWS_MAX));
        var lines = read.stream().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) return new Ended.Refused("ファイルが空です。1行目に列の名前を、2行目から職員を書いてください。");
        var columns = OfficerRow.columns(lines.getFirst().cells());
        if (!columns.keySet().containsAll(OfficerRow.NEEDED))
            return new Ended.Refused("1行目に「職員ID」「氏名」「課室コード」「役割」の列が必要です（「メールアドレス」「利用」はあれば読みます）。");
        var rows =
                lines.stream().skip(1).map(line -> OfficerRow.of(line, columns)).toList();
        return tenancy.everywhere(() -> take(command, rows));
    }

    /** What is to be done about one row. @param account null: a new one */
    private record Deed(OfficerRow row, @Nullable Account account, Verdict verdict, String detail) {}

    private Ended take(Command command, List<OfficerRow> rows) {
        var government = command.government();
        accounts.lockAdministrators(government);
        Map<String, Account> known = accounts.list(government).stream()
                .collect(Collectors.toMap(a -> a.officer().login(), Function.identity()));
        var departments = directory.listDepartments(government).stream()
                .collect(Collectors.toMap(Department::code, Department::name));
        var elsewhere = elsewhere(government, rows);
        var seen = new HashMap<String, Integer>();
        var deeds = new ArrayList<Deed>();
        for (var row : rows) {
            var wrong = wrong(row, departments, elsewhere, seen, known);
            deeds.add(wrong.map(reason -> new Deed(row, null, Verdict.WRONG, reason))
                    .orElseGet(() -> deed(row, known.get(row.login()))));
        }
        lastAdministrator(command, known, deeds);
        var told = deeds.stream()
                .map(d ->
                        new Row(d.row().line(), d.row().login(), d.row().form().name(), d.verdict(), d.detail()))
                .toList();
        boolean clear = deeds.stream().noneMatch(d -> d.verdict() == Verdict.WRONG);
        if (command.dry() || !clear) return new Ended.Told(told, List.of(), false);
        return new Ended.Told(told, write(command, deeds, departments), true);
    }

    /** Logins that another government has, or the system itself. */
    private Set<String> elsewhere(String government, List<OfficerRow> rows) {
        if (rows.isEmpty()) return Set.of();
        return new TreeSet<>(sql.sql(
                        "select login from officer where login = any(:logins) and (government <> :government or system)")
                .param("logins", rows.stream().map(OfficerRow::login).toArray(String[]::new))
                .param("government", government)
                .query(String.class)
                .list());
    }

    private static Optional<String> wrong(
            OfficerRow row,
            Map<String, String> departments,
            Set<String> elsewhere,
            Map<String, Integer> seen,
            Map<String, Account> known) {
        if (!row.login().matches("[a-z0-9._-]{2,60}"))
            return Optional.of("職員ID「%s」は、半角の英小文字・数字・「.」「_」「-」の2〜60字にしてください。".formatted(shortened(row.login())));
        var before = seen.putIfAbsent(row.login(), row.line());
        if (before != null) return Optional.of("職員ID「%s」は%d行目にもあります。どちらか1行にしてください。".formatted(row.login(), before));
        if (elsewhere.contains(row.login()))
            return Optional.of("職員ID「%s」は、ほかの団体で使われています。別のIDにしてください。".formatted(row.login()));
        if (!row.unknownRoles().isEmpty())
            return Optional.of("「%s」を読めません。役割は 作成者、承認者、公開担当、管理者、緊急発信担当 から「;」で区切って書いてください。"
                    .formatted(shortened(String.join("、", row.unknownRoles()))));
        if (Boolean.FALSE.equals(row.active()) && !known.containsKey(row.login()))
            return Optional.of("利用を止める職員「%s」が登録されていません。この行を除いてください。".formatted(row.login()));
        return row.form()
                .problem(departments.keySet())
                .map(invalid -> invalid.field().equals("department")
                        ? "課室コード「%s」はこの団体にありません。課室の一覧のコードを書いてください。"
                                .formatted(shortened(row.form().department()))
                        : invalid.message());
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static Deed deed(OfficerRow row, @Nullable Account account) {
        if (account == null)
            return new Deed(row, null, Verdict.ADDED, row.form().rolesInJapanese());
        var differences = differences(row, account);
        if (row.active() != null && row.active() != account.active())
            return new Deed(
                    row,
                    account,
                    account.active() ? Verdict.STOPPED : Verdict.READMITTED,
                    String.join("、", differences));
        return new Deed(
                row, account, differences.isEmpty() ? Verdict.SAME : Verdict.CHANGED, String.join("、", differences));
    }

    private static List<String> differences(OfficerRow row, Account account) {
        var officer = account.officer();
        var form = row.form();
        var differences = new ArrayList<String>();
        if (!form.name().equals(officer.name())) differences.add("氏名 %s → %s".formatted(officer.name(), form.name()));
        if (!form.department().equals(officer.department()))
            differences.add("課室 %s → %s".formatted(officer.department(), form.department()));
        if (!form.email().equals(account.email())) differences.add("メールアドレス");
        if (!form.roles().equals(officer.roles())) differences.add("役割 → " + form.rolesInJapanese());
        return differences;
    }

    /** A government is never left without an administrator, and nobody shuts themselves out. */
    private static void lastAdministrator(Command command, Map<String, Account> known, List<Deed> deeds) {
        var administrators = known.values().stream()
                .filter(a -> a.active() && a.officer().has(Role.ADMINISTRATOR))
                .map(a -> a.officer().login())
                .collect(Collectors.toCollection(TreeSet::new));
        for (var deed : deeds) {
            boolean remains = deed.verdict() != Verdict.STOPPED
                    && deed.row().form().roles().contains(Role.ADMINISTRATOR);
            if (remains) administrators.add(deed.row().login());
            else if (deed.verdict() != Verdict.SAME && deed.verdict() != Verdict.WRONG)
                administrators.remove(deed.row().login());
        }
        for (int i = 0; i < deeds.size(); i++) {
            var deed = deeds.get(i);
            var account = deed.account();
            if (account == null || !account.officer().has(Role.ADMINISTRATOR) || !account.active()) continue;
            boolean leaves = deed.verdict() == Verdict.STOPPED
                    || !deed.row().form().roles().contains(Role.ADMINISTRATOR);
            if (leaves && account.officer().id() == command.by().id())
                deeds.set(i, new Deed(deed.row(), account, Verdict.WRONG, "自分自身の管理者の役割や利用は止められません。ほかの管理者に依頼してください。"));
            else if (leaves && administrators.isEmpty())
                deeds.set(i, new Deed(deed.row(), account, Verdict.WRONG, "この団体に管理者がいなくなります。だれか1人を管理者にしてください。"));
        }
    }

    private List<Handed> write(Command command, List<Deed> deeds, Map<String, String> departments) {
        var government = command.government();
        var handed = new ArrayList<Handed>();
        var counts = new LinkedHashMap<Verdict, Integer>();
        for (var deed : deeds) {
            counts.merge(deed.verdict(), 1, Integer::sum);
            var form = deed.row().form();
            var account = deed.account();
            if (account == null) {
                var password = desk.oneTimePassword();
                var officer = new Officers.NewOfficer(
                        government, deed.row().login(), form.department(), form.name(), form.email(), form.roles());
                if (accounts.add(officer, "{bcrypt}" + quick.encode(password), command.at())
                        .isEmpty())
                    throw new IllegalStateException(
                            "Login %s was taken meanwhile; take the list once more.".formatted(officer.login()));
                handed.add(new Handed(
                        officer.login(), form.name(), departments.getOrDefault(form.department(), ""), password));
            } else if (deed.verdict() != Verdict.SAME) {
                accounts.change(
                        government, account.officer().id(), form.name(), form.department(), form.email(), form.roles());
                if (deed.verdict() != Verdict.CHANGED)
                    accounts.activate(government, account.officer().id(), deed.verdict() == Verdict.READMITTED);
            }
            if (deed.verdict() != Verdict.SAME)
                desk.record(
                        government,
                        command.by(),
                        act(deed.verdict()),
                        "officer:" + deed.row().login(),
                        "一覧の取り込み %d行目 %s".formatted(deed.row().line(), deed.detail()));
        }
        desk.record(government, command.by(), "officers.imported", "government:" + government, summary(counts));
        return handed;
    }

    private static String act(Verdict verdict) {
        return switch (verdict) {
            case ADDED -> "officer.added";
            case STOPPED -> "officer.deactivated";
            case READMITTED -> "officer.reactivated";
            case CHANGED, SAME, WRONG -> "officer.changed";
        };
    }

    private static String summary(Map<Verdict, Integer> counts) {
        return counts.entrySet().stream()
                .map(e -> "%s%d人".formatted(e.getKey().japanese(), e.getValue()))
                .collect(Collectors.joining("、"));
    }
}
