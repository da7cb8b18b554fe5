package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.people.Contact;
import noroshi.reorganisation.Act;
import noroshi.reorganisation.Unit;
import org.jspecify.annotations.Nullable;

/** What an administrator typed into the form of one act. */
final class ReorganisationForm {

    private static final int LINES_MAX = 5_000;

    private final HttpServletRequest request;

    ReorganisationForm(HttpServletRequest request) {
        this.request = request;
    }

    /** Acts, or what is wrong with which field. */
    record Read(List<Act> acts, FieldTrouble trouble) {

        static Read of(Act... acts) {
            return new Read(List.of(acts), FieldTrouble.NONE);
        }

        static Read wrong(String field, String message) {
            return new Read(List.of(), new FieldTrouble(field, message));
        }
    }

    Read read(String kind, List<Unit> units) {
        return switch (kind) {
            case "found" -> found();
            case "move" ->
                text("code").isEmpty()
                        ? Read.wrong("code", "課室を選んでください。")
                        : name("name")
                                .orElseGet(() -> Read.of(new Act.Move(text("code"), text("name"), text("parent"))));
            case "merge" -> merge(units);
            case "split" -> split();
            case "close" ->
                text("code").isEmpty()
                        ? Read.wrong("code", "廃止する課室を選んでください。")
                        : Read.of(new Act.Close(text("code"), text("successor")));
            case "readdress" -> readdress();
            default -> throw Refused.missing("改正の種類");
        };
    }

    private Read found() {
        if (!text("code").matches("[a-z0-9-]{1,40}"))
            return Read.wrong("code", "課室コードは、半角の英小文字・数字・「-」の1〜40字で入力してください。");
        var contact = contact();
        return contact.problem(text("name"))
                .map(p -> Read.wrong(p.field(), p.message()))
                .orElseGet(() -> Read.of(new Act.Found(text("code"), text("name"), text("parent"), contact)));
    }

    private Optional<Read> name(String field) {
        return Contact.NONE.problem(text(field)).map(p -> Read.wrong(field, p.message()));
    }

    private Read merge(List<Unit> units) {
        var from =
                List.of(Optional.ofNullable(request.getParameterValues("from")).orElse(new String[0]));
        if (from.isEmpty()) return Read.wrong("from", "統合する課室を選んでください。");
        if (!text("into").isEmpty()) return Read.of(new Act.Merge(from, text("into")));
        if (from.size() < 2) return Read.wrong("from", "新しい課室に統合するときは、2つ以上の課室を選んでください。");
        if (!text("newcode").matches("[a-z0-9-]{1,40}"))
            return Read.wrong("newcode", "統合先の課室を選ぶか、新しい課室のコードを半角の英小文字・数字・「-」の1〜40字で入力してください。");
        var wrong = name("newname");
        if (wrong.isPresent()) return wrong.get();
        var first = units.stream()
                .filter(unit -> unit.code().equals(from.getFirst()))
                .findFirst();
        var contact = first.map(Unit::contact).orElse(Contact.NONE);
        var parent = first.map(Unit::parent).orElse("");
        return Read.of(
                new Act.Found(text("newcode"), text("newname"), from.contains(parent) ? "" : parent, contact),
                new Act.Merge(from, text("newcode")));
    }

    private Read split() {
        if (text("code").isEmpty()) return Read.wrong("code", "分割する課室を選んでください。");
        if (text("heir").isEmpty()) return Read.wrong("heir", "定めのないものが移る課室を選んでください。");
        var articles = new LinkedHashMap<Long, String>();
        int number = 0;
        for (var line : text("articles")
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList()) {
            number++;
            if (number > LINES_MAX) return Read.wrong("articles", "記事ごとの定めは%d行までです。".formatted(LINES_MAX));
            var words = line.split("[\\s,、　]+");
            if (words.length != 2 || !words[0].matches("[0-9]{1,18}") || !words[1].matches("[a-z0-9-]{1,40}"))
                return Read.wrong(
                        "articles",
                        "%d行目「%s」を読めません。「記事の番号　課室コード」の形で1行に1件ずつ入力してください。"
                                .formatted(number, line.length() > 40 ? line.substring(0, 40) : line));
            articles.put(Long.valueOf(words[0]), words[1]);
        }
        return Read.of(new Act.Split(text("code"), text("heir"), chosen("series."), articles, chosen("officer.")));
    }

    /** What was chosen in the selects whose names begin so; those left at the heir say nothing. */
    private Map<String, String> chosen(String prefix) {
        var chosen = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(prefix) && !values[0].isEmpty()) chosen.put(name.substring(prefix.length()), values[0]);
        });
        return chosen;
    }

    private Read readdress() {
        if (text("code").isEmpty()) return Read.wrong("code", "課室を選んでください。");
        var contact = contact();
        return contact.problem("名前")
                .map(p -> Read.wrong(p.field(), p.message()))
                .orElseGet(() -> Read.of(new Act.Readdress(text("code"), contact)));
    }

    private Contact contact() {
        return new Contact(text("phone"), text("email"), text("address"), text("fax"), text("hours"), text("map"));
    }

    /** The field as typed, without spaces around it; "" when it is missing. */
    String text(String field) {
        @Nullable String value = request.getParameter(field);
        return value == null ? "" : value.strip();
    }
}
