package noroshi.standards.opendata;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Addresses of web pages as lists and officers write them. Others stand behind links that people trust: nothing else is let through. */
public final class WebAddress {

    private static final int CHARACTERS_MAX = 500;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}(:[0-9]{1,5})?");

    private WebAddress() {}

    /** The address; "" if it is not one of http or https with a plain host (a name before an @ only pretends to be one). */
    public static String of(String written) {
        var address = written.strip();
        if (address.length() > CHARACTERS_MAX || !address.matches("https?://[!-~]+")) return "";
        try {
            var host = new URI(address).getRawAuthority();
            return host != null && HOST.matcher(host).matches() ? address : "";
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
