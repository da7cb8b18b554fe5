package noroshi.beacon;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import noroshi.beacon.http.FieldName;
import noroshi.beacon.http.Request;
import noroshi.snapshot.Form;
import org.jspecify.annotations.Nullable;

/** What a POST carries: the body's fields, and the address's for names that the body leaves out. */
record Submission(Map<String, List<String>> fields, boolean isOneClick) {

    private static final String FORM_TYPE = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";
    private static final String ONE_CLICK_NAME = "List-Unsubscribe";
    private static final String ONE_CLICK_VALUE = "One-Click";

    /** Null for a type of content that no form of ours sends (415). An IllegalArgumentException: not decodable (400). */
    static @Nullable Submission of(Request request, String query) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        String type = type(request);
        Map<String, List<String>> sent;
        if (type.equals(FORM_TYPE) || type.isEmpty() && body.isEmpty()) sent = Query.parse(body);
        // RFC 8058 §3.1 lets mail services send the one pair as multipart too.
        else if (type.equals(MULTIPART)
                && body.contains("\"" + ONE_CLICK_NAME + "\"")
                && body.contains(ONE_CLICK_VALUE)) sent = Map.of(ONE_CLICK_NAME, List.of(ONE_CLICK_VALUE));
        else return null;
        var fields = new LinkedHashMap<>(Query.parse(query));
        fields.putAll(sent);
        return new Submission(
                fields, sent.getOrDefault(ONE_CLICK_NAME, List.of()).contains(ONE_CLICK_VALUE));
    }

    private static String type(Request request) {
        String type = request.field(FieldName.CONTENT_TYPE);
        if (type == null) return "";
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether another site's page made a reader's browser send this. Mail services (one click) and links with a token carry
     * their own proof; everything else must come from our own page.
     */
    boolean isForged(Request request, Form form) {
        if (form.fields().stream()
                .anyMatch(field -> field.kind() == Form.Kind.TOKEN && (field.required() || isOneClick))) return false;
        String site = request.field(FieldName.SEC_FETCH_SITE);
        if (site != null) return site.equalsIgnoreCase("cross-site");
        String origin = request.field(FieldName.ORIGIN);
        if (origin == null || origin.equals("null")) return false;
        int slashes = origin.indexOf("://");
        return slashes < 0 || !origin.substring(slashes + 3).equalsIgnoreCase(request.host());
    }
}
