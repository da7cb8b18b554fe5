package noroshi.planning.continuity.failure;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import noroshi.planning.continuity.Backup;
import noroshi.planning.continuity.Kind;
import noroshi.planning.continuity.Model;
import noroshi.planning.continuity.Need;
import noroshi.planning.continuity.Part;

/** How many hours of the newest data are gone: of data itself, and of whatever needs it. Infinite: all of it. */
public final class DataLoss {

    private final Map<String, Double> hours = new HashMap<>();
    private final Strike strike;

    DataLoss(Model model, Strike strike, Set<String> hits) {
        this.strike = strike;
        for (var part : model.parts().values()) hours.put(part.id(), hours(part, hits));
    }

    public double hours(String part) {
        return hours.getOrDefault(part, 0.0);
    }

    /** Whether no usable copy is left. */
    public boolean isLost(String data) {
        return hours(data) == Outage.NEVER;
    }

    private double hours(Part part, Set<String> hits) {
        if (part.kind() == Kind.DATA) return hits.contains(part.id()) ? newestBackup(part) : 0;
        if (part.kind() != Kind.SYSTEM && part.kind() != Kind.SERVICE) return 0;
        return part.needs().stream().mapToDouble(this::hours).max().orElse(0);
    }

    private double newestBackup(Part data) {
        return data.backups().stream()
                .filter(this::isUsable)
                .mapToDouble(Backup::everyHours)
                .min()
                .orElse(Outage.NEVER);
    }

    private boolean isUsable(Backup backup) {
        var key = backup.key();
        return !strike.reaches(backup.place()) && (key == null || !strike.reaches(key));
    }

    /** Of alternatives the best ones are used: what the last of those that are needed has lost. */
    private double hours(Need need) {
        return need.of().stream()
                .mapToDouble(this::hours)
                .sorted()
                .skip(need.atLeast() - 1L)
                .findFirst()
                .orElse(0);
    }
}
