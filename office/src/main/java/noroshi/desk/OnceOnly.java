package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import noroshi.publishing.Outcome;
import org.springframework.stereotype.Component;

/** A form pressed twice, or sent again by a browser, acts once: each carries a name that is used up by its success. */
@Component
class OnceOnly {

    private static final String KEY = "noroshi.once";
    private static final int FORMS_MAX = 50;

    private final SecureRandom random;

    OnceOnly(SecureRandom random) {
        this.random = random;
    }

    /** The forms of one session that were sent already, with the article each made. */
    private static final class Sent extends LinkedHashMap<String, Long> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > FORMS_MAX;
        }
    }

    String name() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The article that this form has made already; otherwise acts, and remembers when that succeeds. */
    Result act(HttpServletRequest request, String name, Supplier<Outcome> act) {
        var sent = sent(request);
        synchronized (sent) {
            var before = sent.get(name);
            if (before != null) return new Result(OptionalLong.of(before), null);
            var outcome = act.get();
            if (outcome instanceof Outcome.Done done && !name.isBlank())
                sent.put(name, done.article().id());
            return new Result(OptionalLong.empty(), outcome);
        }
    }

    /** @param before the article made by the same form earlier; @param outcome null then */
    record Result(
            OptionalLong before,
            @org.jspecify.annotations.Nullable Outcome outcome) {}

    private static Sent sent(HttpServletRequest request) {
        var session = request.getSession();
        synchronized (OnceOnly.class) {
            if (session.getAttribute(KEY) instanceof Sent sent) return sent;
            var sent = new Sent();
            session.setAttribute(KEY, sent);
            return sent;
        }
    }
}
