package noroshi.run.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailStoreTest {

    private static final Instant NOW = Instant.parse("2011-03-11T05:46:18Z");

    @TempDir
    Path folder;

    @Test
    void mailsSurviveARestartNewestFirst() throws IOException {
        try (var store = new MailStore(folder, MailStore.FILE_BYTES_MAX)) {
            store.add(NOW, "from@example.jp", "one@example.jp", mail("first"));
            store.add(NOW, "from@example.jp", "two@example.jp", mail("second"));
        }
        try (var store = new MailStore(folder, MailStore.FILE_BYTES_MAX)) {
            assertThat(store.list("", 10)).extracting(MailStore.Entry::subject).containsExactly("second", "first");
            assertThat(store.list("one@", 10)).hasSize(1);
            assertThat(store.find(1).orElseThrow().text()).isEqualTo("Body of first");
            assertThat(store.add(NOW, "a", "b", mail("third")).number()).isEqualTo(3);
        }
    }

    @Test
    void anEntryCutShortByAKillIsDropped() throws IOException {
        try (var store = new MailStore(folder, MailStore.FILE_BYTES_MAX)) {
            store.add(NOW, "from@example.jp", "one@example.jp", mail("whole"));
        }
        Files.write(folder.resolve("mails-000001.bin"), new byte[] {0, 0, 1, 0, 42}, StandardOpenOption.APPEND);

        try (var store = new MailStore(folder, MailStore.FILE_BYTES_MAX)) {
            store.add(NOW, "from@example.jp", "one@example.jp", mail("next"));
        }
        try (var store = new MailStore(folder, MailStore.FILE_BYTES_MAX)) {
            assertThat(store.list("", 10)).extracting(MailStore.Entry::subject).containsExactly("next", "whole");
        }
    }

    @Test
    void theOldestGoWhenTheFilesAreFull() throws IOException {
        try (var store = new MailStore(folder, 1)) {
            for (int i = 1; i <= 9; i++) store.add(NOW, "a", "b", mail("number " + i));

            assertThat(store.count()).isLessThan(9);
            assertThat(store.list("", 1).getFirst().subject()).isEqualTo("number 9");
        }
        try (var files = Files.list(folder)) {
            assertThat(files.count()).isLessThan(9);
        }
    }

    private static byte[] mail(String subject) {
        return ("Subject: " + subject + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBody of " + subject)
                .getBytes(StandardCharsets.UTF_8);
    }
}
