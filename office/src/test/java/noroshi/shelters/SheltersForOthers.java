package noroshi.shelters;

import noroshi.platform.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets tests of other features ask for shelters. */
public final class SheltersForOthers {

    private SheltersForOthers() {}

    public static Shelters make(JdbcClient sql, Tenancy tenancy) {
        return new Shelters(new PlaceStore(sql), new ReportStore(sql), tenancy);
    }
}
