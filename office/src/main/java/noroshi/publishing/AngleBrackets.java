package noroshi.publishing;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * Reads what follows a {@code <}: an address in brackets, or a tag (which is shown as text), or a lone sign.
 *
 * <p>Takes the place of the library's own, which look for the closing bracket up to the end of the text and so need minutes for a
 * long row of opening ones.
 */
final class AngleBrackets implements InlineContentParserFactory {

    private static final int LENGTH_CHARACTERS_MAX = 500;
    // CommonMark 0.31 §6.5: a scheme has 2 to 32 characters.
    private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9.+-]{1,31}:[^\\s<>]*");
    private static final Pattern MAIL = Pattern.compile("[a-zA-Z0-9._%+-]{1,64}@[a-zA-Z0-9.-]{1,255}");
    private static final Pattern TAG = Pattern.compile("(/?[a-zA-Z]|!|\\?).*", Pattern.DOTALL);

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('<');
    }

    @Override
    public InlineContentParser create() {
        return AngleBrackets::parse;
    }

    private static ParsedInline parse(InlineParserState state) {
        var scanner = state.scanner();
        scanner.next();
        var afterSign = scanner.position();
        var content = content(scanner);
        var node = content == null ? null : node(content);
        if (node != null) return ParsedInline.of(node, scanner.position());
        return ParsedInline.of(new Text("<"), afterSign);
    }

    /** What stands up to the closing bracket, which is passed; null when there is none near. */
    private static @Nullable String content(Scanner scanner) {
        var content = new StringBuilder();
        while (content.length() < LENGTH_CHARACTERS_MAX) {
            char c = scanner.peek();
            if (c == Scanner.END || c == '<') return null;
            scanner.next();
            if (c == '>') return content.toString();
            content.append(c);
        }
        return null;
    }

    private static @Nullable Node node(String content) {
        if (ADDRESS.matcher(content).matches()) return link(content, content);
        if (MAIL.matcher(content).matches()) return link("mailto:" + content, content);
        return TAG.matcher(content).matches() ? html(content) : null;
    }

    private static Node link(String address, String words) {
        var link = new Link(address, null);
        link.appendChild(new Text(words));
        return link;
    }

    private static Node html(String content) {
        var html = new HtmlInline();
        html.setLiteral("<" + content + ">");
        return html;
    }
}
