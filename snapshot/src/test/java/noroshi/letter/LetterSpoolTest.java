package noroshi.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import noroshi.letter.LetterSpool.Outcome.Full;
import noroshi.letter.LetterSpool.Outcome.Kept;
import noroshi.letter.LetterSpool.Stored;
import noroshi.snapshot.Laws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterSpoolTest {
    private static final Instant NOON = Instant.parse("2026-03-11T03:00:00Z");
    private static final long ROOMY = 100 << 20;

    @TempDir
    Path directory;

    private final RandomGenerator random = Laws.random(1);

    @Test
    void aKeptLetterIsThereAfterReopening() {
        SealedLetter letter = letter(100);
        try (var spool = LetterSpool.open(directory, ROOMY)) {
            assertThat(spool.append(letter)).isInstanceOf(Kept.class);
        }
        try (var spool = LetterSpool.open(directory, ROOMY)) {
            assertThat(all(spool)).containsExactly(letter);
            assertThat(spool.append(letter))
                    .as("the same letter again")
                    .isEqualTo(new Kept(spool.after(0, 1, 1).getFirst().cursor()));
            assertThat(all(spool)).containsExactly(letter);
        }
    }

    @Test
    void aCrowdOfSendersIsKeptWhole() throws InterruptedException {
        List<SealedLetter> letters = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            letters.add(letter(50));
        }
        try (var spool = LetterSpool.open(directory, ROOMY)) {
            List<Thread> senders = letters.stream()
                    .map(letter -> Thread.startVirtualThread(() -> spool.append(letter)))
                    .toList();
            for (Thread sender : senders) {
                sender.join();
            }
            assertThat(all(spool)).containsExactlyInAnyOrderElementsOf(letters);
        }
        try (var spool = LetterSpool.open(directory, ROOMY)) {
            assertThat(all(spool)).containsExactlyInAnyOrderElementsOf(letters);
        }
    }

    @Test
    void aCursorGoesOnWhereItStood() {
        try (var spool = LetterSpool.open(directory, ROOMY)) {
            List<SealedLetter> letters = List.of(letter(10), letter(10), letter(10));
            letters.forEach(spool::append);
            Stored first = spool.after(0, 1, 1).getFirst();
            assertThat(first.letter()).isEqualTo(letters.getFirst());
            assertThat(spool.after(first.cursor(), 10, ROOMY).stream().map(Stored::letter))
                    .containsExactly(letters.get(1), letters.get(2));
            assertThat(spool.after(first.cursor(), 10, 1)).as("at least one").hasSize(1);
        }
    }

    @Test
    void aTornTailIsCutAtEveryByte() throws IOException {
        SealedLetter first = letter(20);
        SealedLetter second = letter(20);
        long whole;
        try (var spool = LetterSpool.open(directory, ROOMY)) {
            spool.append(first);
            whole = spool.bytes();
            spool.append(second);
        }
        byte[] bytes = Files.readAllBytes(directory.resolve("letters-00000001"));
        for (long cut = whole; cut <= bytes.length; cut++) {
            try (var file =
                    new RandomAccessFile(directory.resolve("letters-00000001").toFile(), "rw")) {
                file.setLength(0);
                file.write(bytes, 0, (int) cut);
            }
            try (var spool = LetterSpool.open(directory, ROOMY)) {
                SealedLetter next = letter(5);
                assertThat(spool.append(next)).isInstanceOf(Kept.class);
                List<SealedLetter> expected = cut == bytes.length ? List.of(first, second, next) : List.of(first, next);
                assertThat(all(spool)).as("cut at %d", cut).isEqualTo(expected);
            }
        }
    }

    @Test
    void aDamagedLetterDoesNotTakeTheOthersWithIt() throws IOException {
        List<SealedLetter> letters = List.of(letter(20), letter(20), letter(20));
        long firstBytes;
        try (var spool = LetterSpool.open(directory, ROOMY)) {
            spool.append(letters.get(0));
            firstBytes = spool.bytes();
            spool.append(letters.get(1));
            spool.append(letters.get(2));
        }
        try (var file =
                new RandomAccessFile(directory.resolve("letters-00000001").toFile(), "rw")) {
            file.seek(firstBytes + 40);
            file.write(0x55);
        }
        try (var spool = LetterSpool.open(directory, ROOMY)) {
            assertThat(all(spool)).containsExactly(letters.get(0), letters.get(2));
        }
    }

    @Test
    void aLetterThatRotsWhileTheSpoolIsOpenHoldsBackNoOther() throws IOException {
        List<SealedLetter> letters = List.of(letter(20), letter(20), letter(20));
        try (var spool = LetterSpool.open(directory, ROOMY)) {
            spool.append(letters.get(0));
            long firstBytes = spool.bytes();
            spool.append(letters.get(1));
            spool.append(letters.get(2));
            try (var file =
                    new RandomAccessFile(directory.resolve("letters-00000001").toFile(), "rw")) {
                file.seek(firstBytes + 8);
                file.write(0x55);
            }
            assertThat(all(spool)).containsExactly(letters.get(0), letters.get(2));
            assertThat(spool.uncopied(10, ROOMY)).containsExactly(letters.get(0), letters.get(2));
        }
    }

    @Test
    void aListenerThatFailsCostsNoLetter() {
        try (var spool = LetterSpool.open(directory, ROOMY)) {
            spool.onAppend(() -> {
                throw new IllegalStateException("a mistake elsewhere");
            });
            for (int i = 0; i < 3; i++) {
                assertThat(spool.submit(letter(20))
                                .orTimeout(10, TimeUnit.SECONDS)
                                .join())
                        .isInstanceOf(Kept.class);
            }
        }
    }

    @Test
    void aFullSpoolSaysSoAndKeepsWhatItHas() {
        try (var spool = LetterSpool.open(directory, 20_000)) {
            int kept = 0;
            while (spool.append(letter(500)) instanceof Kept) {
                kept++;
            }
            assertThat(kept).isBetween(20, 40);
            assertThat(spool.append(letter(500))).isEqualTo(new Full(20_000));
            assertThat(all(spool)).hasSize(kept);
        }
    }

    @Test
    void aWeekAfterConfirmationALetterIsErased() throws IOException {
        SealedLetter confirmed = letter(100);
        SealedLetter open = letter(100);
        try (var spool = LetterSpool.open(directory, ROOMY)) {
            spool.append(confirmed);
            spool.append(open);
            spool.confirm(List.of(confirmed.id(), LetterId.next(NOON, random)), NOON);
            assertThat(spool.unconfirmed()).isEqualTo(1);
        }
        try (var spool = LetterSpool.open(directory, ROOMY)) {
            assertThat(spool.sweep(NOON.plus(Duration.ofDays(7)).minusSeconds(1)))
                    .isZero();
            assertThat(all(spool)).as("a restored office finds it").containsExactly(confirmed, open);
            assertThat(spool.sweep(NOON.plus(Duration.ofDays(7)))).isEqualTo(1);
            assertThat(all(spool)).containsExactly(open);
        }
        byte[] file = Files.readAllBytes(directory.resolve("letters-00000001"));
        assertThat(indexOf(file, confirmed.ciphertext())).isNegative();
        assertThat(indexOf(file, open.ciphertext())).isPositive();
        try (var spool = LetterSpool.open(directory, ROOMY)) {
            assertThat(all(spool)).containsExactly(open);
        }
    }

    @Test
    void erasedLettersMakeRoom() {
        try (var spool = LetterSpool.open(directory, 20_000)) {
            List<LetterId> ids = new ArrayList<>();
            for (SealedLetter letter = letter(500); spool.append(letter) instanceof Kept; letter = letter(500)) {
                ids.add(letter.id());
            }
            long last = spool.after(0, 1000, ROOMY).getLast().cursor();
            spool.confirm(ids, NOON);
            spool.sweep(NOON.plus(Duration.ofDays(8)));
            assertThat(spool.append(letter(500))).isInstanceOf(Kept.class);
            assertThat(spool.after(last, 10, ROOMY)).as("cursors only grow").hasSize(1);
        }
    }

    @Test
    void oneProcessAtATime() {
        try (var spool = LetterSpool.open(directory, ROOMY)) {
            assertThatThrownBy(() -> LetterSpool.open(directory, ROOMY))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasRootCauseMessage("Another process uses " + directory + ". Maybe a beacon still runs with it.");
        }
    }

    private SealedLetter letter(int bytes) {
        byte[] ciphertext = new byte[bytes];
        random.nextBytes(ciphertext);
        byte[] enc = new byte[32];
        random.nextBytes(enc);
        return new SealedLetter(LetterId.next(NOON, random), NOON, "k1", enc, 0, ciphertext);
    }

    private static List<SealedLetter> all(LetterSpool spool) {
        return spool.after(0, Integer.MAX_VALUE, Long.MAX_VALUE).stream()
                .map(Stored::letter)
                .toList();
    }

    private static int indexOf(byte[] file, byte[] part) {
        return java.util.HexFormat.of()
                .formatHex(file)
                .indexOf(java.util.HexFormat.of().formatHex(part));
    }
}
