package noroshi.beacon.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9112 read from whole strings, slowly and simply: what the fast parser must agree with. It sees all bytes at once,
 * so it can not know how they were cut.
 */
final class ReferenceParser {

    /** What one connection's bytes mean: requests, then perhaps a refusal; unfinished bytes mean nothing yet. */
    record Reading(List<String> requests, String end) {}

    private static final Pattern REQUEST_LINE =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+) ([\\x21-\\x7e]+) HTTP/([0-9])\\.([0-9])");
    private static final Pattern FIELD =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):([\\x20-\\x7e\\x80-\\xff\\t]*)");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9\\-._~!$&'()*+,;=%:\\[\\]]*");
    private static final Pattern ABSOLUTE =
            Pattern.compile("(?i:https?)://([A-Za-z0-9\\-._~!$&'()*+,;=%:\\[\\]]+)([/?].*)?");
    private static final Pattern CHUNK_SIZE = Pattern.compile("([0-9A-Fa-f]{1,16})(;[\\x20-\\x7e\\x80-\\xff\\t]*)?");
    private static final List<String> KNOWN = List.of("GET", "HEAD", "POST");

    private static final class Refused extends RuntimeException {
        final Refusal why;

        Refused(Refusal why) {
            this.why = why;
        }
    }

    private static final class Unfinished extends RuntimeException {}

    private final Limits limits;
    private final String all;
    private int at;
    private int requestFrom;

    ReferenceParser(Limits limits, byte[] bytes) {
        this.limits = limits;
        all = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    Reading read() {
        var requests = new ArrayList<String>();
        try {
            while (true) requests.add(request());
        } catch (Refused refused) {
            return new Reading(requests, refused.why.name());
        } catch (Unfinished unfinished) {
            return new Reading(requests, "unfinished");
        }
    }

    private String line(int end, Refusal tooLong) {
        int lf = all.indexOf('\n', at);
        int bound = Math.min(end, all.length());
        if (lf < 0 || lf >= bound) {
            if (all.length() >= end) throw new Refused(tooLong);
            throw new Unfinished();
        }
        if (lf == at || all.charAt(lf - 1) != '\r') throw new Refused(Refusal.MALFORMED);
        String line = all.substring(at, lf - 1);
        at = lf + 1;
        return line;
    }

    private String headLine() {
        return line(requestFrom + limits.headBytesMax(), Refusal.HEAD_TOO_LARGE);
    }

    private String request() {
        requestFrom = at;
        String first = headLine();
        if (first.isEmpty()) first = headLine();
        var match = REQUEST_LINE.matcher(first);
        require(match.matches(), Refusal.MALFORMED);
        require(match.group(3).equals("1"), Refusal.VERSION);
        boolean old = match.group(4).equals("0");
        String target = match.group(2);
        String authority = null;
        if (!target.startsWith("/") && KNOWN.contains(match.group(1))) {
            var absolute = ABSOLUTE.matcher(target);
            require(absolute.matches(), Refusal.MALFORMED);
            authority = absolute.group(1);
            target = absolute.group(2) == null ? "/" : absolute.group(2);
        }
        var fields = fields();
        return body(match.group(1), target, authority, old, fields);
    }

    private List<String[]> fields() {
        var fields = new ArrayList<String[]>();
        for (String line = headLine(); !line.isEmpty(); line = headLine()) {
            var match = FIELD.matcher(line);
            require(match.matches(), Refusal.MALFORMED);
            require(fields.size() < limits.fieldsMax(), Refusal.HEAD_TOO_LARGE);
            String[] field = {match.group(1).toLowerCase(Locale.ROOT), trim(match.group(2))};
            boolean again = fields.stream().anyMatch(f -> f[0].equals(field[0]));
            switch (field[0]) {
                case "host" -> require(!again && HOST.matcher(field[1]).matches(), Refusal.MALFORMED);
                case "content-length" -> require(!again && field[1].matches("[0-9]+"), Refusal.MALFORMED);
                case "transfer-encoding" ->
                    require(
                            !again && field[1].toLowerCase(Locale.ROOT).matches("(?s)(.*,[ \t]*)?chunked"),
                            Refusal.MALFORMED);
                default -> {}
            }
            fields.add(field);
        }
        return fields;
    }

    private String body(String method, String target, @Nullable String authority, boolean old, List<String[]> fields) {
        String host = find(fields, "host");
        String length = find(fields, "content-length");
        String coding = find(fields, "transfer-encoding");
        require(old || host != null, Refusal.MALFORMED);
        require(coding == null || length == null && !old, Refusal.MALFORMED);
        require(coding == null || !coding.contains(","), Refusal.CODING);
        require(
                length == null || length.length() <= 18 && Long.parseLong(length) <= limits.bodyBytesMax(),
                Refusal.BODY_TOO_LARGE);
        for (String[] field : fields)
            if (field[0].equals("expect")) require(field[1].equalsIgnoreCase("100-continue"), Refusal.EXPECTATION);
        String body = coding != null ? chunks() : length != null ? take(Integer.parseInt(length)) : "";
        boolean close = false;
        boolean keep = !old;
        for (String[] field : fields)
            if (field[0].equals("connection"))
                for (String word : field[1].split(",", -1)) {
                    close |= trim(word).equalsIgnoreCase("close");
                    keep |= trim(word).equalsIgnoreCase("keep-alive");
                }
        var said = new StringBuilder();
        for (String[] field : fields)
            said.append(field[0]).append('=').append(field[1]).append('|');
        String named = authority != null ? authority : host == null ? "" : host;
        return "%s %s @%s %s %s[%s]".formatted(kind(method), target, named, keep && !close, said, body);
    }

    private String chunks() {
        int from = at;
        var body = new StringBuilder();
        while (true) {
            var match = CHUNK_SIZE.matcher(line(at + ChunkedBody.LINE_BYTES_MAX, Refusal.MALFORMED));
            require(match.matches(), Refusal.MALFORMED);
            long size = Long.parseUnsignedLong(match.group(1), 16);
            require(size >= 0 && size <= limits.bodyBytesMax() - body.length(), Refusal.BODY_TOO_LARGE);
            require(at - from <= limits.bodyWireBytesMax(), Refusal.BODY_TOO_LARGE);
            if (size == 0) break;
            body.append(take((int) size));
            require(line(at + 2, Refusal.MALFORMED).isEmpty(), Refusal.MALFORMED);
        }
        int trailers = at;
        for (String line = line(trailers + limits.headBytesMax(), Refusal.HEAD_TOO_LARGE);
                !line.isEmpty();
                line = line(trailers + limits.headBytesMax(), Refusal.HEAD_TOO_LARGE))
            require(FIELD.matcher(line).matches(), Refusal.MALFORMED);
        return body.toString();
    }

    private String take(int count) {
        if (all.length() - at < count) throw new Unfinished();
        at += count;
        return all.substring(at - count, at);
    }

    private static Method kind(String method) {
        return switch (method) {
            case "GET" -> Method.GET;
            case "HEAD" -> Method.HEAD;
            case "POST" -> Method.POST;
            case "PUT", "PATCH", "TRACE", "DELETE", "OPTIONS", "CONNECT" -> Method.UNOFFERED;
            default -> Method.UNKNOWN;
        };
    }

    private static @Nullable String find(List<String[]> fields, String name) {
        return fields.stream()
                .filter(f -> f[0].equals(name))
                .map(f -> f[1])
                .findFirst()
                .orElse(null);
    }

    private static String trim(String value) {
        return value.replaceAll("\\A[ \t]+|[ \t]+\\z", "");
    }

    private static void require(boolean holds, Refusal why) {
        if (!holds) throw new Refused(why);
    }
}
