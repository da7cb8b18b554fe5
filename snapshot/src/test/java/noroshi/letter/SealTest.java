package noroshi.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import noroshi.snapshot.Laws;
import noroshi.snapshot.Settings.LetterKey;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** RFC 9180 appendix A.1.1: base mode, sequence numbers 0 and 1. */
    @Test
    void theVectorsOfTheRfcOpen() throws Exception {
        String secret = "4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8";
        String open = "3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d";
        UnsealKey key = UnsealKey.parse("x25519 rfc " + secret + " " + open);
        var context = Hpke.receiver(
                key.secret(),
                hex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"),
                hex("4f6465206f6e2061204772656369616e2055726e"));
        var ciphertexts = List.of(
                "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a",
                "af2d7e9ac9ae7e270f46ba1f975be53c09f8d875bdc8535458c2494e8a6eab251c03d0c22a56b8ca42c2063b84");
        for (int i = 0; i < ciphertexts.size(); i++) {
            var bound = ("Count-" + i).getBytes(StandardCharsets.US_ASCII);
            assertThat(context.open(i, bound, hex(ciphertexts.get(i))))
                    .asString()
                    .isEqualTo("Beauty is truth, truth beauty");
        }
    }

    @Test
    void aSealedLetterOpensAndIsTheSame() {
        UnsealKey key = UnsealKey.generate("k1", RANDOM);
        Seal seal = new Seal(key.letterKey(), RANDOM);
        Unseal unseal = new Unseal(List.of(UnsealKey.generate("k2", RANDOM), UnsealKey.parse(key.text())));
        Laws.forAll(1, 50, SealTest::letter, letter -> {
            assertThat(Letter.read(letter.write())).isEqualTo(letter);
            SealedLetter sealed = seal.seal(letter);
            assertThat(SealedLetter.read(sealed.write())).isEqualTo(sealed);
            assertThat(unseal.unseal(sealed)).isEqualTo(letter);
        });
    }

    @Test
    void anyChangedByteKeepsItShut() {
        UnsealKey key = UnsealKey.generate("k1", RANDOM);
        Unseal unseal = new Unseal(List.of(key));
        byte[] sealed =
                new Seal(key.letterKey(), RANDOM).seal(letter(Laws.random(1))).write();
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> unseal.unseal(SealedLetter.read(changed)))
                    .as("byte %d", i)
                    .isInstanceOf(LetterBroken.class);
        }
    }

    @Test
    void noTwoLettersShareANonceAndAnEncapsulatedKeyServesNotForEver() {
        UnsealKey key = UnsealKey.generate("k1", RANDOM);
        Seal seal = new Seal(key.letterKey(), RANDOM);
        Unseal unseal = new Unseal(List.of(key));
        var random = Laws.random(1);
        var nonces = new HashSet<String>();
        var encapsulated = new HashSet<String>();
        for (int i = 0; i < Seal.LETTERS_MAX + 10; i++) {
            var letter = at(letter(random), Instant.EPOCH);
            var sealed = seal.seal(letter);
            var enc = HexFormat.of().formatHex(sealed.enc());
            encapsulated.add(enc);
            assertThat(nonces.add(enc + sealed.sequence())).isTrue();
            assertThat(unseal.unseal(sealed)).isEqualTo(letter);
        }
        assertThat(encapsulated).hasSize(2);

        var later = seal.seal(at(letter(random), Instant.EPOCH.plusSeconds(60)));
        assertThat(encapsulated).doesNotContain(HexFormat.of().formatHex(later.enc()));
    }

    private static Letter at(Letter letter, Instant received) {
        return new Letter(
                letter.id(),
                letter.site(),
                letter.form(),
                received,
                letter.fields(),
                letter.receiptNumber(),
                letter.receiptCode());
    }

    @Test
    void anotherKeyOfTheSameNameDoesNotOpenIt() {
        SealedLetter sealed =
                new Seal(UnsealKey.generate("k1", RANDOM).letterKey(), RANDOM).seal(letter(Laws.random(1)));
        assertThatThrownBy(() -> new Unseal(List.of(UnsealKey.generate("k1", RANDOM))).unseal(sealed))
                .isInstanceOf(LetterBroken.class);
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new LetterKey("k1", "12")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UnsealKey.parse("ssh-rsa AAAA")).isInstanceOf(IllegalArgumentException.class);
    }

    static Letter letter(RandomGenerator random) {
        Instant now = Instant.parse("2026-03-11T05:46:00Z").plusMillis(random.nextInt(1_000_000));
        Map<String, String> fields = new HashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            fields.put("field" + i, "宮城県\n仙台市 𠮷野家 ".repeat(random.nextInt(40)));
        }
        Receipt receipt = Receipt.issue(now, random);
        return new Letter(
                LetterId.next(now, random),
                "040002",
                "inquiry/040002/kouhou",
                now,
                fields,
                receipt.number(),
                receipt.code());
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
