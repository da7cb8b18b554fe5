package noroshi.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GzipMemberTest {
    private static final byte[] BLANK = "<b>受付 12-34</b>".getBytes(StandardCharsets.UTF_8);

    @Test
    void joinedContentsGunzipToTheirPlainConcatenation() {
        Laws.forAll(1, GzipMemberTest::contents, contents -> {
            GzipMember member = GzipMember.of(contents, blank -> BLANK);
            assertThat(member.bytes()).isEqualTo(member.toBytes().length);
            assertThat(gunzip(member.toBytes())).isEqualTo(plain(contents));
        });
    }

    @Test
    void theGzipCommandReadsItToo(@TempDir Path directory) throws Exception {
        boolean there =
                new ProcessBuilder("sh", "-c", "command -v gzip").start().waitFor() == 0;
        if (!there) {
            System.out.println("skipped: no gzip command on this machine");
        }
        Assumptions.assumeTrue(there, "no gzip command on this machine");
        for (int seed = 0; seed < 20; seed++) {
            List<Content> contents = contents(Laws.random(seed));
            Path file = directory.resolve(seed + ".gz");
            Files.write(file, GzipMember.of(contents, blank -> BLANK).toBytes());
            Process gzip = new ProcessBuilder("gzip", "-dc", file.toString()).start();
            assertThat(gzip.getInputStream().readAllBytes()).isEqualTo(plain(contents));
            assertThat(gzip.waitFor()).isZero();
        }
    }

    @Test
    void crcsJoinWhateverTheLengths() {
        Laws.forAll(
                5,
                random -> List.of(bytes(random, random.nextInt(300)), bytes(random, random.nextInt(70_000))),
                two -> {
                    byte[] all = new Wire().bytes(two.get(0)).bytes(two.get(1)).toBytes();
                    assertThat(Crc32.join(Fragment.crc32(two.get(0)), Fragment.crc32(two.get(1)), two.get(1).length))
                            .isEqualTo(Fragment.crc32(all));
                });
    }

    @Test
    void aFragmentComesBackAsItWas() {
        Laws.forAll(9, random -> bytes(random, random.nextInt(5000)), plain -> {
            assertThat(Fragment.text(plain).plain()).isEqualTo(plain);
            assertThat(Fragment.raw(plain).plain()).isEqualTo(plain);
            assertThat(Fragment.text(plain).intact()).isTrue();
        });
    }

    static List<Content> contents(RandomGenerator random) {
        List<Content> contents = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            byte[] plain = bytes(
                    random, random.nextInt(4) == 0 ? 0 : random.nextInt(random.nextInt(8) == 0 ? 200_000 : 5_000));
            contents.add(
                    switch (random.nextInt(3)) {
                        case 0 -> Fragment.raw(plain);
                        case 1 -> new Part.Blank("receipt.number");
                        default -> Fragment.text(plain);
                    });
        }
        return contents;
    }

    /** Sometimes noise, sometimes text that compresses. */
    static byte[] bytes(RandomGenerator random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        if (random.nextBoolean()) {
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) ('a' + (bytes[i] & 3));
            }
        }
        return bytes;
    }

    private static byte[] plain(List<Content> contents) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Content content : contents) {
            all.writeBytes(
                    switch (content) {
                        case Fragment fragment -> fragment.plain();
                        case Part.Blank blank -> BLANK;
                    });
        }
        return all.toByteArray();
    }

    private static byte[] gunzip(byte[] member) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(member))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
