package noroshi.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    Path data;

    /** Indexes of names are opened from temporary files, which a killed office cannot delete any more. */
    @Test
    void whatAKilledOfficeLeftIsGoneBeforeTheNextOneStarts() throws IOException {
        var folders = new Folders(Path.of(""), data);
        folders.create();
        var office = new Installation(folders, new Secrets(folders.keys()), Map.of()).office(Map.of(), List.of());
        office.command().prepare();
        var left = Files.writeString(folders.scratch().resolve("noroshi-persons1.idx"), "山田 太郎");

        var command = office.command().prepare();

        assertThat(left).doesNotExist();
        assertThat(command).contains("-Djava.io.tmpdir=" + folders.scratch());
        assertThat(Files.getPosixFilePermissions(folders.scratch()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
}
