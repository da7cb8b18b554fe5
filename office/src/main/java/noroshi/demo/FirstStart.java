package noroshi.demo;

import java.time.InstantSource;
import java.util.Set;
import noroshi.people.Officers;
import noroshi.people.Role;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import noroshi.publishing.Series;
import noroshi.publishing.SeriesShelf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Gives an empty real installation its facts (governments, areas, topics), one department, two series and its first officer. */
@Component
final class FirstStart {

    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);
    private static final String DEPARTMENT = "kanri";

    private final Settings settings;
    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final ReferenceData reference;
    private final Officers officers;
    private final SeriesShelf shelf;
    private final PasswordEncoder passwords;
    private final InstantSource clock;

    FirstStart(
            Settings settings,
            Tenancy tenancy,
            JdbcClient sql,
            ReferenceData reference,
            Officers officers,
            SeriesShelf shelf,
            PasswordEncoder passwords,
            InstantSource clock) {
        this.settings = settings;
        this.tenancy = tenancy;
        this.sql = sql;
        this.reference = reference;
        this.officers = officers;
        this.shelf = shelf;
        this.passwords = passwords;
        this.clock = clock;
    }

    void handle() {
        var first = settings.firstOfficer();
        if (first == null) return;
        tenancy.runEverywhere(() -> {
            if (reference.isLoaded()) return;
            reference.loadFacts();
            begin(settings.defaultSite(), first);
            log.info(
                    "The installation was begun for {} with the first officer '{}'.",
                    settings.defaultSite(),
                    first.login());
        });
    }

    private void begin(String government, Settings.FirstOfficer first) {
        sql.sql("insert into department (government, code, name) values (:government, :code, '管理担当')")
                .param("government", government)
                .param("code", DEPARTMENT)
                .update();
        long officer = officers.add(
                new Officers.NewOfficer(government, first.login(), DEPARTMENT, "最初の管理者", "", Set.of(Role.values())),
                passwords.encode(first.password()),
                clock.instant());
        officers.mustChangePassword(government, officer);
        shelf.put(new Series(government, "news", "新着・お知らせ", "お知らせです。", "news", DEPARTMENT, null, 1));
        shelf.put(new Series(government, "emergency", "緊急・防災情報", "命とくらしを守るための情報です。", "news", DEPARTMENT, "safety", 1));
    }
}
