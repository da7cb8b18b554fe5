package noroshi.cleaning;

import java.util.function.Function;
import org.jsoup.nodes.Element;

/** A .docx as Markdown: headings, lists, tables, links, footnotes, and its images. */
public final class WordDocument {

    private WordDocument() {}

    public sealed interface Read {
        record Done(Cleaned cleaned) implements Read {}

        /** @param reason what is wrong with the file and what to do (Japanese) */
        record Refused(String reason) implements Read {}
    }

    /** @param alt "" when Word has none */
    public record Picture(String name, byte[] bytes, String alt) {}

    /** @param keep puts a picture among the site's media and gives its address ({@code /media/…}), or "" when it cannot be used */
    public static Read read(byte[] file, Function<Picture, String> keep) {
        try (var turn = Turn.of(file.length)) {
            var word = WordFile.read(file);
            var body = new WordText(word).body();
            var wishes = new Wishes(link -> link, source -> kept(word, body, source, keep), true);
            return new Read.Done(Cleaning.element(body, wishes));
        } catch (WordFile.Refused refused) {
            return new Read.Refused(String.valueOf(refused.getMessage()));
        } catch (StackOverflowError e) {
            // Its parts are read by recursion; no document of Word's is this deep.
            return new Read.Refused("文書の中の入れ子が深すぎて読めません。Wordで開き、内容を新しい文書に写して保存してから選んでください。");
        }
    }

    private static String kept(WordFile word, Element body, String source, Function<Picture, String> keep) {
        var bytes = word.find(source);
        if (bytes == null) return "";
        var alt = body.select("img").stream()
                .filter(image -> image.attr("src").equals(source))
                .map(image -> image.attr("alt"))
                .findFirst()
                .orElse("");
        return keep.apply(new Picture(source.substring(source.lastIndexOf('/') + 1), bytes, alt));
    }
}
