package noroshi.care;

import java.util.regex.Pattern;
import noroshi.cleaning.Cleaning;
import noroshi.cleaning.Wishes;
import org.jsoup.Jsoup;

/** The words of a mail as Markdown, without what its program put below them. Pictures inside are logos and seldom more: they stay away. */
final class MailText {

    private static final Pattern SHAPED = Pattern.compile("(?i)<(table|ul|ol|h[1-6]|a\\s)");
    private static final Pattern SIGNATURE = Pattern.compile("(?m)^-- ?$");
    private static final String SIGNATURES = ".gmail_signature, .moz-signature";
    private static final Wishes WISHES =
            new Wishes(link -> link.matches("(?i)(https?|mailto|tel):.+") ? link : "", image -> "", true);

    private MailText() {}

    /** The HTML of a mail says more than its words only where it shapes them. */
    static String of(MailReading reading) {
        if (SHAPED.matcher(reading.html()).find() || reading.text().isBlank()) return html(reading.html());
        var signature = SIGNATURE.matcher(reading.text());
        return Cleaning.text(signature.find() ? reading.text().substring(0, signature.start()) : reading.text())
                .markdown()
                .strip();
    }

    private static String html(String html) {
        var body = Jsoup.parse(html).body();
        body.select("img").remove();
        body.select(SIGNATURES).remove();
        return Cleaning.element(body, WISHES).markdown().strip();
    }
}
