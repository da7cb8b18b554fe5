package noroshi.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import noroshi.people.SignIn.Attempt;
import noroshi.platform.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class SignInTest extends DatabaseTest {

    // The least strength: the tests are about the decision, not about the cost of a guess.
    private final PasswordEncoder passwords = new BCryptPasswordEncoder(4);
    private final Officers officers = new Officers(sql);
    private final SignIn signIn = new SignIn(tenancy, sql, audit, passwords);
    private final Passwords own = new Passwords(tenancy, officers, passwords, audit);
    private final ChangeOfficers change = new ChangeOfficers(tenancy, officers, new Directory(sql), own, audit);
    private final Tokens tokens = new Tokens(tenancy, sql, audit, new SecureRandom());

    @BeforeEach
    void oneOfficer() {
        tenancy.runEverywhere(() -> {
            sql.sql("insert into government (code, name, kind) values ('040002', '宮城県', 'prefecture')")
                    .update();
            officers.add(
                    new Officers.NewOfficer("040002", "sato", null, "佐藤", "", Set.of(Role.AUTHOR)),
                    passwords.encode("right"),
                    clock.instant());
        });
    }

    @Test
    void theRightPasswordLetsIn() {
        assertThat(attempt("right")).isInstanceOfSatisfying(Attempt.Accepted.class, accepted -> assertThat(
                        accepted.officer().login())
                .isEqualTo("sato"));
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginAreRefusedAlike() {
        assertThat(attempt("wrong")).isEqualTo(signIn.handle("nobody", "right", clock.instant()));
    }

    @Test
    void afterFiveWrongPasswordsEvenTheRightOneMustWait() {
        for (int i = 0; i < SignIn.FAILURES_MAX; i++) attempt("wrong");

        assertThat(attempt("right")).isInstanceOf(Attempt.Locked.class);
        clock.advance(Duration.ofMinutes(2));
        assertThat(attempt("right")).isInstanceOf(Attempt.Accepted.class);
    }

    @Test
    void theSystemsOwnOfficerNeverSignsIn() {
        tenancy.run("040002", () -> officers.system("040002", "自動", clock.instant()));

        assertThat(signIn.handle("system-040002", "", clock.instant())).isInstanceOf(Attempt.Refused.class);
    }

    @Test
    void everyAttemptIsOnTheRecord() {
        attempt("wrong");
        attempt("right");

        assertThat(tenancy.in("040002", () -> sql.sql("select act from audit order by id")
                        .query(String.class)
                        .list()))
                .containsExactly("officer.sign-in-refused", "officer.signed-in");
    }

    @Test
    void aTokenActsAsItsOfficerUntilItExpires() {
        var token = tokens.issue(sato(), "試験", Set.of(Scope.READ), Duration.ofDays(1), clock.instant());

        var bearer = tokens.find(token, clock.instant()).orElseThrow();
        assertThat(bearer.officer()).isEqualTo(sato());
        assertThat(bearer.may(Scope.READ)).isTrue();
        assertThat(bearer.may(Scope.ARTICLES_WRITE)).isFalse();
        assertThat(tokens.find(token, clock.instant().plus(Duration.ofDays(2)))).isEmpty();
    }

    @Test
    void aRevokedTokenIsNobodys() {
        var token = tokens.issue(sato(), "試験", Set.of(Scope.EVERYTHING), null, clock.instant());
        var id = tokens.list("040002").getFirst().id();

        assertThat(tokens.revoke(sato(), "040002", id, clock.instant())).isTrue();
        assertThat(tokens.find(token, clock.instant())).isEmpty();
        assertThat(tokens.find("nrs_guess", clock.instant())).isEmpty();
    }

    @Test
    void anAdministratorAddsChangesAndClosesAccounts() {
        var admin = new Officer(sato().id(), "040002", "sato", "佐藤", "", Set.of(Role.ADMINISTRATOR), true);
        var kato = new Officers.NewOfficer("040002", "kato", null, "加藤", "", Set.of(Role.AUTHOR));

        var added = (OfficerOutcome.Done) change.add(admin, kato, "ながいあいことば2026", clock.instant());
        assertThat(signIn.handle("kato", "ながいあいことば2026", clock.instant())).isInstanceOf(Attempt.Accepted.class);
        assertThat(change.add(admin, kato, "ながいあいことば2026", clock.instant()))
                .isInstanceOfSatisfying(
                        OfficerOutcome.Refused.class, r -> assertThat(r.field()).isEqualTo("login"));
        assertThat(change.add(sato(), kato, "ながいあいことば2026", clock.instant()))
                .isInstanceOf(OfficerOutcome.Refused.class);

        change.change(admin, "040002", added.officer().id(), "加藤", null, Set.of(Role.AUTHOR), false);
        assertThat(signIn.handle("kato", "ながいあいことば2026", clock.instant())).isInstanceOf(Attempt.Refused.class);
        assertThat(signIn.stillThere(added.officer())).isEmpty();
    }

    @Test
    void anOfficerChangesTheirOwnPasswordWithThePresentOne() {
        assertThat(own.change(sato(), "wrong", "ながいあいことば2026")).isInstanceOf(OfficerOutcome.Refused.class);
        assertThat(own.change(sato(), "right", "short")).isInstanceOf(OfficerOutcome.Refused.class);
        assertThat(own.change(sato(), "right", "ながいあいことば2026")).isInstanceOf(OfficerOutcome.Done.class);
        assertThat(attempt("ながいあいことば2026")).isInstanceOf(Attempt.Accepted.class);
    }

    @Test
    void anAddressMayNotGuessWithoutEnd() {
        var limit = new SignInLimit(clock);
        for (int i = 0; i < SignInLimit.ATTEMPTS_PER_MINUTE_MAX; i++)
            assertThat(limit.allows("192.0.2.1")).isTrue();

        assertThat(limit.allows("192.0.2.1")).isFalse();
        assertThat(limit.allows("192.0.2.2")).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(limit.allows("192.0.2.1")).isTrue();
    }

    @Test
    void aTownHallBehindOneAddressIsLetIn() {
        var limit = new SignInLimit(clock);
        for (int i = 0; i < 10 * SignInLimit.ATTEMPTS_PER_MINUTE_MAX; i++) {
            assertThat(limit.allows("192.0.2.1")).isTrue();
            limit.succeeded("192.0.2.1");
        }
    }

    private Attempt attempt(String password) {
        return signIn.handle("sato", password, clock.instant());
    }

    private Officer sato() {
        return tenancy.in("040002", () -> officers.list("040002").getFirst());
    }
}
