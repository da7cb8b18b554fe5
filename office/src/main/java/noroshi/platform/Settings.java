package noroshi.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Everything an installation configures, read once at start from {@code noroshi.*}. */
@ConfigurationProperties("noroshi")
public record Settings(
        URI publicUrl,
        URI officeUrl,
        Path data,
        String defaultSite,
        @DefaultValue("false") boolean demo,
        Database database,
        @DefaultValue List<Beacon> beacons,
        Smtp smtp,
        @DefaultValue Jma jma,
        @Nullable FirstOfficer firstOfficer) {

    /** The owner's login: migrates, and is then closed; the runtime logins are derived from it. */
    public record Database(
            String url, String user, @DefaultValue("") String password) {}

    /** A first beacon: the office pushes Snapshots to its admin address and fetches Letters from it. */
    public record Beacon(URI adminUrl, Path secretFile) {}

    public record Smtp(
            String host,
            int port,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("none") String tls,
            String from) {}

    /** @param feeds addresses of JMA's Atom feeds; @param folder a watched folder, or null */
    public record Jma(
            @DefaultValue List<URI> feeds, @Nullable Path folder) {}

    public record FirstOfficer(String login, String password) {}
}
