package noroshi.desk;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import noroshi.people.Officer;
import noroshi.people.Officers;
import noroshi.platform.AuditTrail;
import noroshi.platform.RunningOffice;
import noroshi.platform.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A test at the screens of the running office, with the demonstration's officers. */
abstract class DeskTest {

    static final String MIYAGI = "040002";
    static final String SENDAI = "041009";

    /** Signing in costs a password hash: once for each officer. */
    private static final Map<String, Browser> BROWSERS = new ConcurrentHashMap<>();

    final RunningOffice office = RunningOffice.instance();
    final Tenancy tenancy = office.bean(Tenancy.class);
    final JdbcClient sql = office.bean(JdbcClient.class);

    /** The prefecture's administrator, who may act for every government. */
    final Browser admin = as("admin");

    final Browser author = as("sato");
    final Browser sendaiAuthor = as("sendai-koho");
    final Browser sendaiAdmin = as("sendai-kakari");

    static Browser as(String login) {
        return BROWSERS.computeIfAbsent(login, Browser::signedIn);
    }

    Officer officer(String government, String login) {
        return tenancy.in(government, () -> office.bean(Officers.class).list(government)).stream()
                .filter(one -> one.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    /** The newest entries of a government's record whose act begins so. */
    List<AuditTrail.Entry> audit(String government, String act) {
        return tenancy.in(government, () -> office.bean(AuditTrail.class)
                .list(government, new AuditTrail.Wanted(act, "", null, null), AuditTrail.PAGE_MAX));
    }
}
