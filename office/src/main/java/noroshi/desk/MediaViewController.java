package noroshi.desk;

import java.util.concurrent.TimeUnit;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import noroshi.publishing.MediaFact;
import noroshi.publishing.MediaShelf;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Images and attachments as officers see them before they are public. */
@Controller
class MediaViewController {

    private final Tenancy tenancy;
    private final MediaShelf shelf;

    MediaViewController(Tenancy tenancy, MediaShelf shelf) {
        this.tenancy = tenancy;
        this.shelf = shelf;
    }

    /** @param file hash, with or without an ending */
    @GetMapping("/media/{government:[0-9]{6}}/{file}")
    ResponseEntity<byte[]> media(Officer me, @PathVariable String government, @PathVariable String file) {
        var hash = file.replaceFirst("\\..*$", "");
        if (!me.mayActFor(government)) throw missing();
        return tenancy.in(government, () -> {
            var fact = shelf.find(government, hash).orElseThrow(MediaViewController::missing);
            var bytes = shelf.findContent(government, hash).orElseThrow(MediaViewController::missing);
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(fact.type()))
                    .header("Content-Disposition", fact.kind() == MediaFact.Kind.IMAGE ? "inline" : "attachment")
                    .header("X-Content-Type-Options", "nosniff")
                    .cacheControl(CacheControl.maxAge(1, TimeUnit.HOURS).cachePrivate())
                    .body(bytes);
        });
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "このファイルは見つかりません。");
    }
}
