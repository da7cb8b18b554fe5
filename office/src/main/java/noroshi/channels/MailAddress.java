package noroshi.channels;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address in its one normal form: lower case, domain in ASCII. Two spellings of one mailbox are equal.
 *
 * <p>A local part may have dots anywhere (older addresses of Japanese carriers do, against RFC 5321); {@link #wire()} then
 * quotes it. Quoted local parts, comments and address literals are not taken, and nothing that could break a header is.
 */
public record MailAddress(String local, String domain) {

    private static final int ADDRESS_CHARACTERS_MAX = 254;
    private static final Pattern LOCAL = Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");
    private static final Pattern DOT_ATOM = Pattern.compile("[^.]+(?:\\.[^.]+)*");

    public MailAddress {
        if (!LOCAL.matcher(local).matches() || !DOMAIN.matcher(domain).matches())
            throw new IllegalArgumentException("'%s@%s' is not a mail address.".formatted(local, domain));
    }

    /** Empty when it is not a mail address that we would write to. */
    public static Optional<MailAddress> parse(String text) {
        // Full-width letters are a slip of the input method, not another address.
        var address = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        if (at < 1 || address.length() > ADDRESS_CHARACTERS_MAX) return Optional.empty();
        try {
            return Optional.of(new MailAddress(address.substring(0, at), IDN.toASCII(address.substring(at + 1))));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** As it is spoken in SMTP and written in a header. */
    String wire() {
        return (DOT_ATOM.matcher(local).matches() ? local : '"' + local + '"') + '@' + domain;
    }

    @Override
    public String toString() {
        return local + '@' + domain;
    }
}
