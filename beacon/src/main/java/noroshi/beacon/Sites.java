package noroshi.beacon;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import noroshi.snapshot.Settings;

/** The sites of a snapshot, by code and by host name. */
final class Sites {

    private final Settings settings;
    private final Map<String, String> byHost = new HashMap<>();

    Sites(Settings settings) {
        this.settings = settings;
        settings.sites().forEach((site, hosts) -> hosts.forEach(host -> byHost.put(host, site)));
    }

    boolean has(String site) {
        return settings.sites().containsKey(site);
    }

    /** A host is looked up with its port, then without it; unknown hosts see the default site. */
    String ofHost(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        String site = byHost.get(name);
        if (site == null) site = byHost.get(withoutPort(name));
        return site == null ? settings.defaultSite() : site;
    }

    private static String withoutPort(String name) {
        int colon = name.lastIndexOf(':');
        String host = colon > name.lastIndexOf(']') ? name.substring(0, colon) : name;
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
