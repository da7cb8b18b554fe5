package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** The same for systems, when an error arises before the API itself could answer. RFC 9457. */
record ErrorJson(int status, String title) implements View {

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        var json = "{\"type\":\"about:blank\",\"status\":%d,\"title\":\"%s\"}".formatted(status, title);
        response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    }
}
