package noroshi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import noroshi.people.Directory;
import noroshi.people.Officers;
import noroshi.people.SignIn;
import noroshi.platform.DatabaseTest;
import noroshi.platform.Settings;
import noroshi.publishing.SeriesShelf;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class FirstStartTest extends DatabaseTest {

    private final BCryptPasswordEncoder passwords = new BCryptPasswordEncoder(4);
    private final Officers officers = new Officers(sql);
    private final SeriesShelf shelf = new SeriesShelf(sql);
    private final FirstStart firstStart = new FirstStart(
            settings(), tenancy, sql, new ReferenceData(sql, officers, shelf), officers, shelf, passwords, clock);

    @Test
    void anEmptyInstallationGetsItsFactsAndItsFirstOfficer() {
        firstStart.handle();

        assertThat(new SignIn(tenancy, sql, audit, passwords).handle("first", "once only please", clock.instant()))
                .isInstanceOf(SignIn.Attempt.Accepted.class);
        assertThat(tenancy.in("040002", () -> new Directory(sql).listGovernments()))
                .hasSize(36);
        assertThat(tenancy.in("040002", () -> shelf.list("040002"))).hasSize(2);
    }

    @Test
    void aSecondStartChangesNothing() {
        firstStart.handle();
        firstStart.handle();

        assertThat(tenancy.in("040002", () -> officers.list("040002"))).hasSize(1);
    }

    private static Settings settings() {
        return new Settings(
                URI.create("http://127.0.0.1:1"),
                URI.create("http://127.0.0.1:2"),
                Path.of("none"),
                "040002",
                false,
                new Settings.Database("", "", ""),
                List.of(),
                new Settings.Smtp("127.0.0.1", 25, "", "", "none", "noroshi@example.jp"),
                new Settings.Jma(List.of(), null),
                new Settings.FirstOfficer("first", "once only please"));
    }
}
