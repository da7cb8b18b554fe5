package noroshi.standards.jma;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EverySampleTest {
    @Test
    void isTakenWithoutAnError() {
        List<Path> files = Samples.telegrams();
        assertThat(files).hasSize(217 + 47);
        for (Path file : files) {
            assertThat(TelegramReader.read(Samples.bytes(file)).contentHash())
                    .as(file.toString())
                    .hasSize(64);
        }
    }

    @Test
    void hasTheKindThatItsNameStates() {
        for (Path file : Samples.telegrams()) {
            String stated = Samples.kind(file);
            assertThat(TelegramReader.read(Samples.bytes(file), stated).kind())
                    .as(file.toString())
                    .isEqualTo(stated);
            // Only the slots of typhoons cannot be told apart without the name.
            if (!stated.startsWith("VPTW6")) {
                assertThat(TelegramReader.read(Samples.bytes(file)).kind())
                        .as(file.toString())
                        .isEqualTo(stated);
            }
        }
    }

    @Test
    void isInterpretedIfItsKindIsListed() {
        for (Path file : Samples.telegrams()) {
            Telegram telegram = TelegramReader.read(Samples.bytes(file));
            boolean listed = KindTable.family(telegram.kind()) != Family.OTHER;
            assertThat(telegram.body() instanceof Body.NotInterpreted)
                    .as(file.toString())
                    .isEqualTo(!listed);
        }
    }

    @Test
    void eruptionsInTheFormOfADistantEarthquakeAreToldFromEarthquakes() {
        for (Path file : Samples.telegrams()) {
            if (TelegramReader.read(Samples.bytes(file)).body() instanceof Earthquake earthquake) {
                // Those received with an oracle beside them are the eruptions of 2023; all others are earthquakes.
                boolean eruption = Path.of(file.toString().replace(".xml", ".json"))
                        .toFile()
                        .exists();
                assertThat(earthquake.isNotAnEarthquake()).as(file.toString()).isEqualTo(eruption);
            }
        }
    }
}
