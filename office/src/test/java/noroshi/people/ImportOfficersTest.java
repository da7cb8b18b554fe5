package noroshi.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noroshi.people.ImportOfficers.Ended;
import noroshi.people.ImportOfficers.Verdict;
import noroshi.platform.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

class ImportOfficersTest extends DatabaseTest {

    private static final String SENDAI = "041009";
    private static final String HEADER = "職員ID,氏名,課室コード,メールアドレス,役割,利用\r\n";

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final Directory directory = new Directory(sql);
    private final Officers officers = new Officers(sql);
    private final OfficerAccounts accounts = new OfficerAccounts(sql);
    private final StaffDesk desk = new StaffDesk(tenancy, audit, encoder, new SecureRandom());
    private final ImportOfficers take = new ImportOfficers(desk, accounts, directory, tenancy, sql);
    private Officer admin = new Officer(1, SENDAI, "x", "x", "koho", Set.of(), false);

    @BeforeEach
    void settle() {
        tenancy.runEverywhere(() -> {
            sql.sql(
                            "insert into government (code, name, kind, parent) values ('040002', '宮城県', 'prefecture', null), ('041009', '仙台市', 'city', '040002')")
                    .update();
            sql.sql(
                            "insert into department (government, code, name) values ('041009', 'koho', '広報課'), ('041009', 'bosai', '防災課'), ('040002', 'kouhou', '広報課')")
                    .update();
            officers.add(
                    new Officers.NewOfficer("040002", "ken", "kouhou", "県", "", Set.of(Role.AUTHOR)),
                    null,
                    clock.instant());
            var id = officers.add(
                    new Officers.NewOfficer(SENDAI, "kanri", "koho", "管理", "", Set.of(Role.ADMINISTRATOR)),
                    null,
                    clock.instant());
            admin = officers.find(SENDAI, id).orElseThrow();
        });
    }

    private Ended take(byte[] file, boolean dry) {
        return take.handle(new ImportOfficers.Command(SENDAI, file, dry, admin, clock.instant()));
    }

    private Ended.Told told(String text, boolean dry) {
        var ended = take(text.getBytes(StandardCharsets.UTF_8), dry);
        assertThat(ended).isInstanceOf(Ended.Told.class);
        return (Ended.Told) ended;
    }

    private List<Verdict> verdicts(Ended.Told told) {
        return told.rows().stream().map(ImportOfficers.Row::verdict).toList();
    }

    private static final String TWO =
            HEADER + "hanako,仙台 花子,koho,hanako@city.example,作成者;承認者,\r\n" + "\"taro\",\"青葉, 太郎\",bosai,,公開担当,利用中\r\n";

    @Test
    void theSameListTwiceChangesNothing() {
        assertThat(verdicts(told(TWO, true))).containsExactly(Verdict.ADDED, Verdict.ADDED);
        assertThat(list()).containsExactly("kanri");

        var first = told(TWO, false);
        assertThat(first.passwords()).hasSize(2).allMatch(h -> h.password().length() == 19);
        assertThat(list()).containsExactly("hanako", "kanri", "taro");
        var second = told(TWO, false);

        assertThat(verdicts(second)).containsExactly(Verdict.SAME, Verdict.SAME);
        assertThat(second.passwords()).isEmpty();
    }

    @Test
    void whoGotAPasswordSignsInWithIt() {
        var handed = told(TWO, false).passwords().getFirst();
        var signIn = new SignIn(tenancy, sql, audit, encoder);

        assertThat(signIn.handle(handed.login(), handed.password(), clock.instant()))
                .isInstanceOf(SignIn.Attempt.Accepted.class);
        assertThat(signIn.handle(handed.login(), "wrong", clock.instant())).isInstanceOf(SignIn.Attempt.Refused.class);
    }

    @Test
    void allThreeEncodingsAreRead() {
        var mark = new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        var utf8 = TWO.getBytes(StandardCharsets.UTF_8);
        var marked = new byte[3 + utf8.length];
        System.arraycopy(mark, 0, marked, 0, 3);
        System.arraycopy(utf8, 0, marked, 3, utf8.length);

        for (var file : List.of(utf8, marked, TWO.getBytes(Charset.forName("windows-31j"))))
            assertThat(((Ended.Told) take(file, true)).rows().getFirst().name()).isEqualTo("仙台 花子");
        assertThat(take("氏名".getBytes(Charset.forName("UTF-16")), true))
                .isInstanceOfSatisfying(
                        Ended.Refused.class, r -> assertThat(r.reason()).contains("文字コード"));
    }

    @Test
    void oneWrongRowKeepsTheWholeListOut() {
        var told = told(
                HEADER
                        + "hanako,花子,koho,,作成者,\n"
                        + "hanako,花子,koho,,作成者,\n"
                        + "ken,だれか,koho,,作成者,\n"
                        + "A B,だれか,koho,,作成者,\n"
                        + "jiro,次郎,nai,,作成者,\n"
                        + "saburo,三郎,koho,,市長,\n"
                        + "shiro,四郎,koho,,,\n"
                        + "goro,五郎,koho,not an address,作成者,\n"
                        + "rokuro,六郎,koho,,作成者,停止\n",
                false);

        assertThat(told.isClear()).isFalse();
        assertThat(told.count(Verdict.WRONG)).isEqualTo(8);
        assertThat(told.rows())
                .extracting(ImportOfficers.Row::detail)
                .anyMatch(d -> d.contains("2行目にもあります"))
                .anyMatch(d -> d.contains("ほかの団体で使われています"))
                .anyMatch(d -> d.contains("「nai」"))
                .anyMatch(d -> d.contains("「市長」"));
        assertThat(told.rows().get(1).line()).isEqualTo(3);
        assertThat(list()).containsExactly("kanri");
    }

    @Test
    void officersAreChangedStoppedAndReadmitted() {
        told(TWO, false);
        var changed =
                told(HEADER + "hanako,仙台 花子,bosai,hanako@city.example,作成者,\ntaro,\"青葉, 太郎\",bosai,,公開担当,停止\n", false);
        assertThat(verdicts(changed)).containsExactly(Verdict.CHANGED, Verdict.STOPPED);
        assertThat(changed.rows().getFirst().detail()).contains("課室 koho → bosai", "役割 → 作成者");
        assertThat(verdicts(told(HEADER + "taro,\"青葉, 太郎\",bosai,,公開担当,利用\n", false)))
                .containsExactly(Verdict.READMITTED);
    }

    @Test
    void nobodyShutsOutTheLastAdministrator() {
        var told = told(HEADER + "kanri,管理,koho,,作成者,\n", false);

        assertThat(verdicts(told)).containsExactly(Verdict.WRONG);
        assertThat(told.rows().getFirst().detail()).contains("自分自身");
    }

    @Test
    void aListOfAHundredThousandIsRefusedWithoutReadingItAll() {
        var rows = IntStream.range(0, 100_000)
                .mapToObj(i -> "u%06d,名,koho,,作成者,".formatted(i))
                .collect(Collectors.joining("\n"));
        assertThat(take((HEADER + rows).getBytes(StandardCharsets.UTF_8), false))
                .isInstanceOf(Ended.Refused.class);
        var fewer = rows.substring(0, 900_000);
        assertThat(take((HEADER + fewer).getBytes(StandardCharsets.UTF_8), false))
                .isInstanceOfSatisfying(
                        Ended.Refused.class, r -> assertThat(r.reason()).contains("5,000行まで"));
        assertThat(take("a,b,c\n1,2,3\n".getBytes(StandardCharsets.UTF_8), false))
                .isInstanceOfSatisfying(
                        Ended.Refused.class, r -> assertThat(r.reason()).contains("「職員ID」"));
        assertThat(take(new byte[0], false)).isInstanceOf(Ended.Refused.class);
    }

    @Test
    void onlyAdministratorsOfTheGovernmentMay() {
        var stranger = new Officer(99, "040002", "ken", "県", "kouhou", Set.of(Role.AUTHOR), true);
        assertThat(take.handle(new ImportOfficers.Command(
                        SENDAI, TWO.getBytes(StandardCharsets.UTF_8), false, stranger, clock.instant())))
                .isInstanceOf(Ended.Refused.class);
    }

    private List<String> list() {
        return tenancy.in(SENDAI, () -> officers.list(SENDAI)).stream()
                .map(Officer::login)
                .toList();
    }
}
