package noroshi.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import noroshi.platform.RunningOffice;
import org.apache.catalina.session.ManagerBase;
import org.junit.jupiter.api.Test;

class StrangersSessionsTest {

    private final RunningOffice office = RunningOffice.instance();

    @Test
    void aStrangersSessionEndsSoonAndThereAreNotEndlesslyMany() throws IOException, InterruptedException {
        var cookie = signInScreen();

        var session = office.sessions().findSession(cookie);
        assertThat(session.getMaxInactiveInterval())
                .isEqualTo((int) Duration.ofMinutes(20).toSeconds());
        assertThat(((ManagerBase) office.sessions()).getMaxActiveSessions()).isEqualTo(StrangersSessions.SESSIONS_MAX);
    }

    @Test
    void aSignInScreenThatWasLeftOpenAsksAgain() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var stale = HttpRequest.newBuilder(URI.create(office.url() + "/sign-in"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("login=sato&password=x&_csrf=old"))
                    .build();
            var answer = http.send(stale, BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?problem=stale");
        }
    }

    /** Returns the session's id. */
    private String signInScreen() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(office.url() + "/sign-in"))
                            .build(),
                    BodyHandlers.discarding());
            return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceAll("^noroshi=([^;]+).*", "$1");
        }
    }
}
