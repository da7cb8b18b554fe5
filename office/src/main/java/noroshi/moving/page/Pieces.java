package noroshi.moving.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * The pieces of text a page consists of, in their order. What stands on many pages of a site is not a page's own: such pieces are taken off
 * its beginning and its end, and rows of links anywhere.
 */
final class Pieces {

    private static final String TRAIL = "^(ホーム|トップ|HOME|Home|home|TOP|Top|top|現在地|現在の位置).{0,200}?(>|＞|»|›|≫|→|&gt;).*";
    private static final String BACK =
            "^[▲△↑＾^\\[【（(\\s]*(この)?(ページ)?(の)?(トップ|先頭|最初|上|前のページ|次のページ|一覧|目次|ホーム|HOME|TOP|PAGE ?TOP|BACK)(ページ)?(へ|に)?(戻る|もどる|移動)?[\\]】）)\\s]*$";
    private static final int LINE_CHARACTERS_MAX = 80;

    private final List<Element> pieces;

    private Pieces(List<Element> pieces) {
        this.pieces = pieces;
    }

    /** Changes the tree: words that stand between blocks get a paragraph of their own. */
    static Pieces of(Element root) {
        wrap(root);
        var found = new ArrayList<Element>();
        collect(root, found);
        return new Pieces(found);
    }

    private static void wrap(Element block) {
        if (Tags.isWhole(block)) return;
        boolean mixed = block.childNodes().stream().anyMatch(Tags::isBlock);
        if (!mixed) return;
        var run = new ArrayList<Node>();
        for (var child : List.copyOf(block.childNodes())) {
            if (!Tags.isBlock(child)) {
                run.add(child);
                continue;
            }
            wrapRun(run);
            wrap((Element) child);
        }
        wrapRun(run);
    }

    private static void wrapRun(List<Node> run) {
        if (run.stream().anyMatch(node -> !Tags.isBlank(node))) {
            var paragraph = new Element("p");
            run.getFirst().before(paragraph);
            run.forEach(paragraph::appendChild);
        }
        run.clear();
    }

    private static void collect(Element block, List<Element> found) {
        if (Tags.isWhole(block) || block.children().stream().noneMatch(Tags::isBlock)) {
            if (!Tags.isBlank(block)) found.add(block);
            return;
        }
        for (var child : block.children()) if (Tags.isBlock(child)) collect(child, found);
    }

    List<Long> hashes() {
        return pieces.stream().map(Pieces::hash).distinct().toList();
    }

    private static long hash(Element piece) {
        var text = new StringBuilder(
                Normalizer.normalize(piece.text(), Normalizer.Form.NFKC).replaceAll("\\s+", ""));
        for (var image : piece.select("img")) {
            var source = image.attr("src");
            text.append('|').append(source, source.lastIndexOf('/') + 1, source.length());
        }
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return java.nio.ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often each piece stands on the site. @param pages of the site, for the share of them */
    record Common(Map<Long, Integer> counts, int pages) {

        boolean has(Element piece) {
            int count = counts.getOrDefault(hash(piece), 0);
            boolean links = Tags.linked(piece) >= 0.6;
            return count >= (links ? Math.max(4, pages * 0.03) : Math.max(5, pages * 0.1));
        }
    }

    /** Takes off what is not the page's own; answers the words taken off, for the rules that read them. */
    String trim(Common common) {
        int from = 0;
        int to = pieces.size();
        while (from < to && isAround(pieces.get(from), common)) from++;
        while (to > from && isAround(pieces.get(to - 1), common)) to--;
        // Everything is everywhere: a mere menu goes, but of a page with many copies better too much than nothing.
        if (from == to && pieces.stream().anyMatch(piece -> Tags.linked(piece) < 0.6)) return "";
        var off = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            boolean inside = i >= from && i < to;
            if (inside && !isRowOfLinks(piece, common) && !isBack(piece)) continue;
            off.append(piece.text()).append('\n');
            // Emptied too: the piece may be the whole of what is read.
            piece.empty();
            piece.remove();
        }
        return off.toString();
    }

    private static boolean isAround(Element piece, Common common) {
        if (piece.normalName().equals("hr") || common.has(piece) || isBack(piece)) return true;
        var text = piece.text().strip();
        if (text.matches(TRAIL) && Tags.linked(piece) > 0.2) return true;
        return text.length() <= LINE_CHARACTERS_MAX
                && !Tags.isHeading(piece)
                && piece.select("img").isEmpty()
                && text.matches("^.{0,12}(更新|掲載|登録|公開|作成|発行)(日|年月日|日時).*")
                && OldDates.any(text).isPresent();
    }

    private static boolean isRowOfLinks(Element piece, Common common) {
        return common.has(piece) && Tags.linked(piece) >= 0.6;
    }

    private static boolean isBack(Element piece) {
        var text = piece.text().strip();
        return !text.isEmpty() && text.length() < 30 && Tags.linked(piece) >= 0.6 && text.matches(BACK);
    }

    /** The breadcrumbs of a page: ホーム > 組織から探す > 総務課. */
    String trail() {
        for (var piece : pieces) {
            var text = piece.text().strip();
            if (text.matches(TRAIL) && Tags.linked(piece) > 0.2)
                return text.length() > 300 ? text.substring(0, 300) : text;
        }
        return "";
    }

    String words() {
        var words = new StringBuilder();
        for (var piece : pieces) words.append(piece.text()).append('\n');
        return words.toString();
    }
}
