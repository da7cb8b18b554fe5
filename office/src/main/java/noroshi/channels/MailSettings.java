package noroshi.channels;

import static noroshi.platform.Require.require;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast mail goes out ({@code noroshi.mail.*}); the server itself is {@code noroshi.smtp.*}.
 *
 * @param connections kept to the mail server, one more is kept for alerts alone
 * @param perMinute mails to one receiving domain
 * @param alertsPerMinute alerts to one receiving domain, counted apart
 * @param alertsPerHour alert dispatches of one government; more wait for an officer's release
 */
@ConfigurationProperties("noroshi.mail")
record MailSettings(
        @DefaultValue("3") int connections,
        @DefaultValue("3000") int perMinute,
        @DefaultValue("12000") int alertsPerMinute,
        @DefaultValue("20") int alertsPerHour,
        @DefaultValue("10000") int timeoutMs) {

    MailSettings {
        require(connections >= 1 && connections <= 50, "noroshi.mail.connections (%d) is 1 to 50.", connections);
        require(perMinute >= 1, "noroshi.mail.per-minute (%d) is at least 1.", perMinute);
        require(alertsPerMinute >= 1, "noroshi.mail.alerts-per-minute (%d) is at least 1.", alertsPerMinute);
        require(alertsPerHour >= 1, "noroshi.mail.alerts-per-hour (%d) is at least 1.", alertsPerHour);
        require(timeoutMs >= 100, "noroshi.mail.timeout-ms (%d) is at least 100.", timeoutMs);
    }
}
