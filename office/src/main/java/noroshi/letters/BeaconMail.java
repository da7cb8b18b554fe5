package noroshi.letters;

import java.io.IOException;
import java.time.Duration;
import noroshi.letter.LetterClient;
import noroshi.letter.LetterSpool;
import noroshi.letter.SealedLetter;
import noroshi.platform.Tenancy;

/** One beacon's Letters: fetch, take, confirm, remember the place; always in this order. */
final class BeaconMail {

    /** The instants between two steps, where a test may let the process die. */
    interface Moments {
        Moments UNDISTURBED = new Moments() {};

        /** Everything fetched is stored and acted on; the beacon does not know yet. */
        default void taken() {}

        /** The beacon knows; the place in its spool is not written yet. */
        default void confirmed() {}
    }

    private final String beacon;
    private final LetterClient client;
    private final LetterIntake intake;
    private final LetterCursors cursors;
    private final Tenancy tenancy;
    private final Moments moments;

    BeaconMail(
            String beacon,
            LetterClient client,
            LetterIntake intake,
            LetterCursors cursors,
            Tenancy tenancy,
            Moments moments) {
        this.beacon = beacon;
        this.client = client;
        this.intake = intake;
        this.cursors = cursors;
        this.tenancy = tenancy;
        this.moments = moments;
    }

    /** One round; waits at most that long for something to come. Returns how many Letters came. */
    int round(Duration wait) throws IOException, InterruptedException {
        var place = tenancy.everywhere(() -> cursors.find(beacon));
        var batch = client.fetch(place.spool(), place.cursor(), wait);
        if (batch.letters().isEmpty()) return 0;
        var sealed = batch.letters().stream().map(LetterSpool.Stored::letter).toList();
        for (var letter : LetterIntake.inOrder(sealed)) intake.take(letter, beacon);
        moments.taken();
        client.confirm(sealed.stream().map(SealedLetter::id).toList());
        moments.confirmed();
        var reached = new LetterCursors.Place(batch.spoolId(), batch.cursor(place.cursor()));
        tenancy.runEverywhere(() -> cursors.put(beacon, reached));
        return sealed.size();
    }
}
