package noroshi.care;

import static noroshi.platform.Require.require;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How care is taken ({@code noroshi.care.*}).
 *
 * @param work false: nothing is looked at in the background (bulk loads)
 * @param outside follow links to other sites; off until an installation allows its office to fetch from the internet
 * @param hostPauseMs between two looks at the same host
 * @param mailPort where officers' mails become drafts, on the loopback address for the installation's own mail server; 0: nowhere
 * @param mailDomain of the addresses that officers write to, e.g. {@code draft.example.lg.jp}
 */
@ConfigurationProperties("noroshi.care")
record CareSettings(
        @DefaultValue("true") boolean work,
        @DefaultValue("false") boolean outside,
        @DefaultValue("2000") int hostPauseMs,
        @DefaultValue("0") int mailPort,
        @DefaultValue("") String mailDomain) {

    CareSettings {
        require(hostPauseMs >= 0, "noroshi.care.host-pause-ms (%d) is at least 0.", hostPauseMs);
        require(mailPort >= 0 && mailPort <= 65_535, "noroshi.care.mail-port (%d) is 0 to 65535.", mailPort);
    }
}
