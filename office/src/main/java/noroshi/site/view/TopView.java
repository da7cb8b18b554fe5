package noroshi.site.view;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first page of a government: what is urgent, then its blocks in the order that its administrators gave them. */
public record TopView(
        String name,
        String kana,
        String welcome,
        Content emergency,
        List<Link> purposes,
        List<Row> rows,
        List<Link> variants) {

    /** A block with the small ones beside it. */
    public record Row(Block block, List<Block> aside) {}

    /**
     * One block.
     *
     * @param kind entries, agenda, rows, cards, chips, regions, banner or text: decides which of the others count
     * @param id unique on the page
     * @param empty what is said when there is nothing; "" when the block is then left out
     */
    public record Block(
            String kind,
            String id,
            String title,
            List<EntryView> entries,
            List<Link> links,
            List<Group> groups,
            @Nullable Link more,
            ArticleView.@Nullable Picture picture,
            Content html,
            String empty) {}
}
