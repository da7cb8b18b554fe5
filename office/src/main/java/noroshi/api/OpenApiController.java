package noroshi.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of the API, OpenAPI 3.1; a test compares it with what is really served. */
@RestController
class OpenApiController {

    private final byte[] document = read();

    @GetMapping(path = "/api/v1/openapi.json", produces = "application/json")
    ResponseEntity<byte[]> document() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(document);
    }

    private static byte[] read() {
        try {
            return new ClassPathResource("noroshi/api/openapi.json").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
