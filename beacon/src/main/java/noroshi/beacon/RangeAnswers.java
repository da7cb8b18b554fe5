package noroshi.beacon;

import java.util.List;
import noroshi.beacon.http.Answer;
import noroshi.beacon.http.FieldName;
import noroshi.beacon.http.Method;
import noroshi.beacon.http.Request;
import noroshi.snapshot.Fragment;

/** 206 and 416 for bodies of raw bytes. */
final class RangeAnswers {

    private RangeAnswers() {}

    static Answer of(Request request, Prepared page, List<Fragment> raw) {
        String condition = request.field(FieldName.IF_RANGE);
        // RFC 9110 §13.1.5: a date never matches here, since we send none; then the whole is sent.
        if (request.method() != Method.GET || condition != null && !condition.equals(page.etag)) return page.answer;
        long length = page.answer.bodyLength();
        return switch (Ranges.of(request.field(FieldName.RANGE), length)) {
            case Ranges.Whole() -> page.answer;
            case Ranges.Unsatisfiable() ->
                Statuses.of(416)
                        .field("Content-Range", "bytes */" + length)
                        .field("Cache-Control", "no-store")
                        .text("");
            case Ranges.Single range ->
                page.partial(206, "bytes %d-%d/%d".formatted(range.first(), range.last(), length))
                        .body(Ranges.cut(raw, range));
        };
    }
}
