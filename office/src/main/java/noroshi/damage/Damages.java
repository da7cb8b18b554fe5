package noroshi.damage;

import java.util.List;
import java.util.Optional;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Damage and how it stands, for screens and other features. */
@Component
public class Damages {

    public static final int LOG_MAX = 200;

    private final DamageStore store;
    private final Tenancy tenancy;

    Damages(DamageStore store, Tenancy tenancy) {
        this.store = store;
        this.tenancy = tenancy;
    }

    public List<Damage> list(String government) {
        return tenancy.in(government, () -> store.list(government));
    }

    public Optional<Damage> find(String government, long id) {
        return tenancy.in(government, () -> store.find(government, id));
    }

    /** The newest {@link #LOG_MAX}. */
    public List<Report> log(String government, long damage) {
        return tenancy.in(government, () -> store.log(government, damage, LOG_MAX));
    }
}
