package noroshi.damage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.people.Directory;
import noroshi.people.Government;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Occasions, reports of losses and their sums, for screens and other features. */
@Component
public class LossReports {

    public static final int LOG_MAX = 200;

    private final LossStore store;
    private final Directory directory;
    private final Tenancy tenancy;

    LossReports(LossStore store, Directory directory, Tenancy tenancy) {
        this.store = store;
        this.directory = directory;
        this.tenancy = tenancy;
    }

    /** Those that its prefecture has opened; newest first. */
    public List<Occasion> occasions(String government) {
        var prefecture = tenancy.in(government, () -> directory.prefectureOf(government));
        return tenancy.in(prefecture, () -> store.occasions(prefecture));
    }

    public Optional<Occasion> occasion(String government, String code) {
        return occasions(government).stream()
                .filter(one -> one.code().equals(code))
                .findFirst();
    }

    /** Newest first, the newest {@link #LOG_MAX}. */
    public List<LossReport> log(String government, String occasion) {
        return tenancy.in(government, () -> store.log(government, occasion, LOG_MAX));
    }

    /** Everything in it is public: every municipality sees the sum. */
    public PrefectureTotal total(Occasion occasion) {
        return tenancy.everywhere(() -> total(occasion, directory.listGovernments(), store.newest(occasion.code())));
    }

    static PrefectureTotal total(Occasion occasion, List<Government> governments, Map<String, LossReport> newest) {
        var municipalities = governments.stream()
                .filter(one -> !one.isPrefecture())
                .filter(one -> one.code().startsWith(occasion.government().substring(0, 2)))
                .toList();
        return PrefectureTotal.of(occasion, municipalities, newest);
    }
}
