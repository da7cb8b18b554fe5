package noroshi.beacon;

import java.util.List;
import noroshi.beacon.http.Answer;
import noroshi.snapshot.Head;

/** The header fields of pages: what the record says, and what keeps a reader safe where it says nothing. */
final class Fields {

    /** Nothing but the site itself; the strictest rule under which an ordinary page of ours works. */
    private static final String HTML_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; "
                    + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** SVG and XML opened on their own can run script like a page. PDF viewers need no policy and break under sandbox. */
    private static final String DOCUMENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /** Owned by the transport or by the answer itself, whatever a record says. */
    private static final List<String> RESERVED = List.of(
            "content-length",
            "content-encoding",
            "transfer-encoding",
            "connection",
            "date",
            "etag",
            "vary",
            "cache-control",
            "accept-ranges",
            "content-range",
            "content-type",
            "content-language",
            "location",
            "set-cookie");

    private Fields() {}

    static void add(Answer.Building building, Head head) {
        building.field("Content-Type", head.type());
        if (head.language() != null) building.field("Content-Language", head.language());
        boolean policy = false;
        for (var more : head.more()) {
            String name = more.name().toLowerCase(java.util.Locale.ROOT);
            if (RESERVED.contains(name)) continue;
            policy |= name.equals("content-security-policy");
            building.field(more.name(), more.value());
        }
        safety(building, head.type(), policy);
    }

    static void safety(Answer.Building building, String type, boolean policyGiven) {
        boolean html = type.startsWith("text/html");
        if (!policyGiven && html) building.field("Content-Security-Policy", HTML_POLICY);
        else if (!policyGiven && type.contains("xml")) building.field("Content-Security-Policy", DOCUMENT_POLICY);
        building.field("X-Content-Type-Options", "nosniff");
        if (html)
            building.field("Referrer-Policy", "same-origin")
                    .field("Permissions-Policy", "camera=(), microphone=(), geolocation=(self)")
                    .field("Cross-Origin-Opener-Policy", "same-origin");
        // Open data, feeds and images are there to be used elsewhere; pages are not to be drawn into others.
        building.field("Cross-Origin-Resource-Policy", html ? "same-origin" : "cross-origin");
    }
}
