package noroshi.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelegramFolderTest extends EmergencyTest {

    @TempDir
    Path folder;

    @Test
    void aFileInTheFolderIsTakenAndPutAside() throws IOException {
        Files.write(folder.resolve("1_VXSE51.xml"), telegram("通常", "2026-03-11T14:46:00+09:00"));

        look();

        assertThat(standing()).extracting(Emergency::grade).containsExactly("震度６強");
        assertThat(folder.resolve("taken/1_VXSE51.xml")).exists();
        assertThat(folder.resolve("1_VXSE51.xml")).doesNotExist();
    }

    @Test
    void whatIsNotATelegramIsPutAsideWithTheReason() throws IOException {
        Files.writeString(folder.resolve("bad.xml"), "<html/>");

        look();

        assertThat(folder.resolve("refused/bad.xml")).hasContent("<html/>");
        assertThat(folder.resolve("refused/bad.xml.reason.txt")).content().isNotBlank();
        assertThat(kept()).isEmpty();
    }

    @Test
    void aFileThatIsStillBeingWrittenUnderAnotherNameWaits() throws IOException {
        Files.write(folder.resolve("1.xml.part"), telegram("通常", "2026-03-11T14:46:00+09:00"));

        look();

        assertThat(folder.resolve("1.xml.part")).exists();
        assertThat(kept()).isEmpty();
    }

    private void look() {
        new TelegramFolder(takeTelegram, settings(true, folder)).look();
    }
}
