package noroshi.beacon;

import java.util.List;
import java.util.Map;
import noroshi.beacon.http.Answer;

/**
 * Asks a sender to press once more in some seconds while too much comes in. Carries what they wrote along, needs no script,
 * and keeps nothing here.
 */
final class WaitPage {

    static final String PASS = "noroshi-pass";

    private WaitPage() {}

    static Answer of(Map<String, List<String>> sent, String pass) {
        var hidden = new StringBuilder();
        sent.forEach((name, values) -> {
            if (!name.equals(PASS)) for (var value : values) hidden.append(input(name, value));
        });
        hidden.append(input(PASS, pass));
        return ErrorPages.waiting(Flood.WAIT_SECONDS, """
                <p>いま、とても多くの送信があります。まだ受け付けていません。</p>
                <p>%d秒ほど待ってから、次のボタンを押してください。書かれた内容は、そのまま送られます。</p>
                <form method="post">%s<p><button type="submit">もう一度送る</button></p></form>
                <p>生命に関わるとき、お急ぎのときは、電話でお知らせください。</p>""".formatted(Flood.WAIT_SECONDS, hidden));
    }

    private static String input(String name, String value) {
        // A line break in a value would be normalised or lost in an attribute that is not written as a reference.
        var text = Blanks.escaped(value).replace("\r", "&#13;").replace("\n", "&#10;");
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(Blanks.escaped(name), text);
    }
}
