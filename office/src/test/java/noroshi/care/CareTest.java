package noroshi.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import noroshi.people.Officer;
import noroshi.people.Officers;
import noroshi.platform.RunningOffice;
import noroshi.platform.Tenancy;
import noroshi.publishing.Article;
import noroshi.publishing.Articles;
import noroshi.publishing.Change;
import noroshi.publishing.Content;
import noroshi.publishing.Outcome;
import noroshi.publishing.PublishAutomatically;
import noroshi.publishing.PublishingLane;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A test in the running office with its demonstration, in which care works only when it is told to. */
abstract class CareTest {

    static final String MIYAGI = "040002";
    static final String SENDAI = "041009";

    final RunningOffice office = RunningOffice.instance();
    final Tenancy tenancy = office.bean(Tenancy.class);
    final JdbcClient sql = office.bean(JdbcClient.class);
    final CareLists lists = office.bean(CareLists.class);
    final Checkup checkup = office.bean(Checkup.class);

    /** Lets the worker look at everything that waits. */
    void lookAtAll() {
        var worker = office.bean(CareWorker.class);
        boolean again = true;
        while (again) again = worker.step();
        tenancy.runEverywhere(() -> office.bean(CheckRuns.class).finishDone(Instant.now()));
    }

    Officer officer(String government, String login) {
        return tenancy.in(government, () -> office.bean(Officers.class).list(government)).stream()
                .filter(one -> one.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    /** A public page; the same origin once more is a new edition of it. */
    Article published(String government, String origin, String title, String body) {
        return published(government, origin, Content.of(title, "", body));
    }

    Article published(String government, String origin, Content content) {
        var series = tenancy.in(government, () -> sql.sql(
                        "select code from series where government = :government order by code limit 1")
                .param("government", government)
                .query(String.class)
                .single());
        var outcome = office.bean(PublishAutomatically.class)
                .handle(new PublishAutomatically.Command(
                        government,
                        series,
                        "test:" + origin,
                        content,
                        Change.update(),
                        PublishingLane.ORDINARY,
                        null,
                        Instant.now()));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).article();
    }

    void withdrawn(String government, String origin) {
        office.bean(PublishAutomatically.class).withdraw(government, "test:" + origin, "試験の終わり", Instant.now());
    }

    Article article(String government, long id) {
        return tenancy.in(government, () -> office.bean(Articles.class).find(government, id))
                .orElseThrow();
    }
}
