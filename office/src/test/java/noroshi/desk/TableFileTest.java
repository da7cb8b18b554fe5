package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TableFileTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void nothingIsSentWhileTheRowsAreRead() throws IOException {
        var table = TableFile.of("list", row -> {
            row.row("題名", "あ".repeat(100_000));
            assertThat(response.getContentAsByteArray()).isEmpty();
        });

        table.render(null, new MockHttpServletRequest(), response);

        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).startsWith("\uFEFF題名,あああ");
        assertThat(response.getHeader("Content-Disposition")).startsWith("attachment; filename=\"list.csv\"");
    }

    @Test
    void rowsThatEndInTroubleAreNoHalfTable() {
        var table = TableFile.of("list", row -> {
            row.row("題名");
            throw new IllegalStateException("The database is away.");
        });

        assertThatThrownBy(() -> table.render(null, new MockHttpServletRequest(), response))
                .isInstanceOf(IllegalStateException.class);
        assertThat(response.getContentAsByteArray()).isEmpty();
    }
}
