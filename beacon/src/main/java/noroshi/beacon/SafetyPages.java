package noroshi.beacon;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import noroshi.names.NameHit;
import noroshi.names.SafetyCard;
import noroshi.snapshot.Part;

/** What a search for persons found, as a part of a page. */
final class SafetyPages {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("y年M月d日 H時mm分", Locale.JAPAN).withZone(ZoneId.of("Asia/Tokyo"));
    private static final String NONE =
            "<p><strong>見つかりませんでした。</strong></p><p>ここに載っていないことは、無事でないことを意味しません。載ることに同意した方と、公表された名簿の方だけが見つかります。"
                    + "よみがな、ローマ字、旧字体でも探せます。市区町村の窓口でもお調べします。</p>";
    private static final String NOWHERE =
            "<p><strong>この接続先では、いま安否の検索を行えません。</strong></p><p>しばらくしてからもう一度お試しいただくか、市区町村の窓口へお問い合わせください。</p>";
    private static final String TOO_OLD =
            "<p><strong>いま、安否の検索を行えません。</strong></p><p>%sから役所と連絡が取れず、情報が古くなったため、お名前をお示しできません。"
                    + "ほかの接続先でお試しいただくか、市区町村の窓口へお問い合わせください。</p>";

    private SafetyPages() {}

    static Function<Part.Blank, byte[]> blanks(SafetyDesk.Outcome outcome) {
        var html = html(outcome).getBytes(StandardCharsets.UTF_8);
        return blank -> blank.name().equals("found") ? html : new byte[0];
    }

    static String html(SafetyDesk.Outcome outcome) {
        return switch (outcome) {
            case SafetyDesk.Outcome.Hits hits -> hits.hits().isEmpty() ? NONE + asOf(hits.made()) : list(hits);
            case SafetyDesk.Outcome.Nowhere() -> NOWHERE;
            case SafetyDesk.Outcome.TooOld(var heard) -> TOO_OLD.formatted(MOMENT.format(heard));
            case SafetyDesk.Outcome.Unclear(var problem) -> "<p>" + Blanks.escaped(problem.text()) + "</p>";
        };
    }

    private static String list(SafetyDesk.Outcome.Hits found) {
        var out = new StringBuilder();
        out.append("<p><strong>").append(found.hits().size()).append("人");
        out.append(found.more() ? "を示しています。" : "が見つかりました。").append("</strong>");
        if (found.more()) out.append("ほかにもいます。氏名の全部と住所（市区町村や町の名前）を入れて、もう一度お探しください。");
        out.append("</p>").append(asOf(found.made()));
        for (var hit : found.hits()) person(out, hit);
        return out.toString();
    }

    private static void person(StringBuilder out, NameHit hit) {
        var card = SafetyCard.of(hit.payload());
        var kana = hit.name().kana();
        out.append("<h2>").append(Blanks.escaped(hit.name().written()));
        if (!kana.isEmpty()) out.append("（").append(Blanks.escaped(kana)).append("）");
        out.append("</h2><dl class=\"facts\">");
        line(out, "安否", card.status().isEmpty() ? "情報はまだありません" : card.status());
        line(out, "いる場所", card.place());
        line(out, "いつの情報か", card.said());
        line(out, "年齢", card.age().isEmpty() ? "" : card.age() + "歳");
        line(out, "性別", card.sex());
        line(out, "住所", card.home());
        line(out, "情報源", card.source());
        out.append("</dl>");
    }

    private static void line(StringBuilder out, String term, String text) {
        if (!text.isEmpty())
            out.append("<dt>")
                    .append(term)
                    .append("</dt><dd>")
                    .append(Blanks.escaped(text))
                    .append("</dd>");
    }

    /** How old the answer is shows itself, also when the office has been gone for long. */
    private static String asOf(Instant made) {
        return "<p>" + MOMENT.format(made) + " 現在の情報です。同じ名前の別の方のことがあります。</p>";
    }
}
