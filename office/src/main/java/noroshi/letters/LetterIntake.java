package noroshi.letters;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import noroshi.letter.Letter;
import noroshi.letter.LetterBroken;
import noroshi.letter.LetterId;
import noroshi.letter.SealedLetter;
import noroshi.letter.Unseal;
import noroshi.letters.LetterHandler.Understanding;
import noroshi.people.Directory;
import noroshi.platform.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one sealed Letter: opens it, and in one transaction stores it and lets its handler act. When this returns, the Letter
 * is safe and may be confirmed. It throws only when the database cannot keep anything; then the beacon keeps it.
 */
final class LetterIntake {

    private static final Logger log = LoggerFactory.getLogger(LetterIntake.class);
    private static final int DUE_MAX = 100;

    private final LetterStore letters;
    private final Supplier<Handlers> handlers;
    private final Supplier<Unseal> keys;
    private final Directory directory;
    private final Tenancy tenancy;
    private final InstantSource clock;
    private final String defaultSite;

    LetterIntake(
            LetterStore letters,
            Supplier<Handlers> handlers,
            Supplier<Unseal> keys,
            Directory directory,
            Tenancy tenancy,
            InstantSource clock,
            String defaultSite) {
        this.letters = letters;
        this.handlers = handlers;
        this.keys = keys;
        this.directory = directory;
        this.tenancy = tenancy;
        this.clock = clock;
        this.defaultSite = defaultSite;
    }

    void take(SealedLetter sealed, String beacon) {
        try {
            take(keys.get().unseal(sealed), beacon);
        } catch (LetterBroken broken) {
            keepSealed(sealed, beacon, broken);
        } catch (RuntimeException unkeepable) {
            // Even its row could not be written: by the Letter's fault, or the database was away for a moment. Its
            // sealed
            // bytes are kept and opened again later; if they cannot be kept either, this throws and the beacon keeps
            // it.
            keepSealed(sealed, beacon, unkeepable);
        }
    }

    private void keepSealed(SealedLetter sealed, String beacon, RuntimeException trouble) {
        log.warn("Letter {} from {} stays sealed: {}", sealed.id(), beacon, trouble.toString());
        tenancy.run(
                defaultSite, () -> letters.addSealed(sealed, defaultSite, beacon, trouble.toString(), clock.instant()));
    }

    private void take(Letter letter, String beacon) {
        var government = home(letter);
        try {
            tenancy.run(government, () -> {
                if (letters.add(letter, government, beacon, clock.instant())) act(letter, government);
            });
        } catch (RuntimeException trouble) {
            log.warn("Letter {} could not be acted on and is kept: {}", letter.id(), trouble.toString(), trouble);
            tenancy.run(government, () -> {
                if (letters.add(letter, government, beacon, clock.instant()))
                    letters.failed(letter.id(), trouble.toString(), clock.instant());
            });
        }
    }

    private String home(Letter letter) {
        boolean known =
                tenancy.everywhere(() -> directory.findGovernment(letter.site()).isPresent());
        return known ? letter.site() : defaultSite;
    }

    private void act(Letter letter, String government) {
        if (!letter.site().equals(government)) {
            letters.notUnderstood(letter.id(), "団体コード「%s」の団体がありません。".formatted(letter.site()));
            return;
        }
        var handler = handlers.get().find(letter.form());
        var understanding = handler.isPresent() ? handler.get().handle(letter) : Handlers.unknown(letter.form());
        switch (understanding) {
            case Understanding.Acted acted -> {}
            case Understanding.NotUnderstood not -> letters.notUnderstood(letter.id(), not.reason());
            case Understanding.Waits(var what, var reason) -> letters.waits(letter.id(), what, reason);
        }
    }

    /** Tries Letters again whose time has come: what failed, and what could not be opened. */
    void retryDue() {
        var due = tenancy.everywhere(() -> letters.claimDue(DUE_MAX, clock.instant()));
        for (var kept : due) retry(kept.government(), kept.id());
    }

    /** One more attempt, also for a Letter that was not understood before. False when it is not open (any more). */
    boolean retry(String government, LetterId id) {
        try {
            var sealed = tenancy.in(government, () -> letters.findSealed(government, id));
            return sealed.isPresent() ? open(sealed.get()) : actAgain(government, id);
        } catch (RuntimeException trouble) {
            log.warn("Letter {} failed again: {}", id, trouble.toString());
            tenancy.run(government, () -> letters.failed(id, trouble.toString(), clock.instant()));
            return true;
        }
    }

    /** Until it is opened a Letter is the default site's, then the government's it was written to. */
    private boolean open(SealedLetter sealed) {
        var letter = keys.get().unseal(sealed);
        var government = home(letter);
        boolean known = letter.site().equals(government);
        tenancy.runEverywhere(() -> {
            letters.opened(letter, government, clock.instant());
            if (!known) act(letter, government);
        });
        return !known || actAgain(government, letter.id());
    }

    private boolean actAgain(String government, LetterId id) {
        return tenancy.in(government, () -> {
            var letter = letters.lockOpen(government, id);
            if (letter == null) return false;
            letters.acted(id, clock.instant());
            act(letter, government);
            return true;
        });
    }

    /** In the beacon's time, whatever the order of the spool (copies from another beacon come late). */
    static List<SealedLetter> inOrder(List<SealedLetter> letters) {
        return letters.stream()
                .sorted(java.util.Comparator.comparing(SealedLetter::receivedAt).thenComparing(SealedLetter::id))
                .toList();
    }
}
