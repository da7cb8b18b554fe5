package noroshi.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import noroshi.letter.LetterClient;
import noroshi.letter.LetterId;
import noroshi.letter.LetterSpool;
import noroshi.letter.Unseal;

/**
 * An office in small: fetches from each beacon, opens, acts once a Letter, confirms. An act is to note its receipt's number. What
 * the real one does in its database is tested there.
 */
final class LetterOffice {

    private final LetterTown town;
    private final Unseal unseal;
    private final Set<LetterId> taken = new HashSet<>();
    /** Receipt's number → acts. */
    final Map<String, Integer> acts = new HashMap<>();

    long fetched;

    LetterOffice(LetterTown town) {
        this.town = town;
        this.unseal = town.unseal();
    }

    /** Everything that the beacon has now. */
    void empty(LetterBeacon beacon) throws IOException, InterruptedException {
        var client = new LetterClient(town.http, beacon.admin, LetterTown.OFFICE_SECRET);
        var batch = client.fetch("", 0, Duration.ZERO);
        while (!batch.letters().isEmpty()) {
            var sealed =
                    batch.letters().stream().map(LetterSpool.Stored::letter).toList();
            for (var one : sealed) {
                fetched++;
                if (taken.add(one.id())) acts.merge(unseal.unseal(one).receiptNumber(), 1, Integer::sum);
            }
            client.confirm(List.copyOf(sealed.stream().map(one -> one.id()).toList()));
            batch = client.fetch(batch.spoolId(), batch.cursor(0), Duration.ZERO);
        }
    }
}
