package noroshi.standards.jma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The facts of every telegram of a listed kind stand in src/test/resources/jma/golden; -Djma.golden=write writes them anew. */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/jma/golden");

    @Test
    void everySampleOfAListedKindGivesItsGolden() throws IOException {
        boolean write = "write".equals(System.getProperty("jma.golden"));
        int listed = 0;
        for (Path file : Samples.telegrams()) {
            Telegram telegram = TelegramReader.read(Samples.bytes(file));
            if (KindTable.family(telegram.kind()) == Family.OTHER) {
                continue;
            }
            listed++;
            Path golden = GOLDEN.resolve(file.getFileName().toString().replace(".xml", ".txt"));
            if (write) {
                Files.createDirectories(GOLDEN);
                Files.writeString(golden, Facts.of(telegram));
            }
            assertThat(Facts.of(telegram)).as(golden.toString()).isEqualTo(Files.readString(golden));
        }
        assertThat(listed).isEqualTo(126 + 47);
    }
}
