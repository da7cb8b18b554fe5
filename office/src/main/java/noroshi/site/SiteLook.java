package noroshi.site;

import java.util.ArrayList;
import java.util.List;

/**
 * What a government decides about the looks of its site. Emergencies, the way to the lite and text variants and the footer are not up to it.
 *
 * @param name shown in place of the government's; "" for that
 * @param colour #rrggbb, at least 4.5 : 1 on white; "" for the government's
 * @param logo hash of an image; "" for none
 * @param menu the global menu; empty: the usual one
 */
public record SiteLook(String name, String colour, String logo, String logoAlt, List<Item> menu, List<Block> blocks) {

    public static final int ITEMS_MAX = 8;
    public static final int BELOW_MAX = 10;
    public static final int BLOCKS_MAX = 20;

    public SiteLook {
        menu = List.copyOf(menu);
        blocks = List.copyOf(blocks);
    }

    /** A line of the menu. @param href a path of the site ({@code /news/}) or an https address */
    public record Item(String text, String href, List<Item> below) {

        public Item {
            below = List.copyOf(below);
        }
    }

    /**
     * A part of the first page.
     *
     * @param title "" for the usual one; @param value what the kind needs: a series, articles, links, an image, text
     */
    public record Block(Kind kind, boolean shown, String title, String value, String note) {

        public static Block of(Kind kind) {
            return new Block(kind, true, "", "", "");
        }

        public String heading() {
            return title.isEmpty() ? kind.japanese() : title;
        }
    }

    public enum Kind {
        NEWS("新着情報", ""),
        CALENDAR("これからの催し", ""),
        SERVICES("届ける・探す", ""),
        SERIES("媒体から探す", ""),
        TOPICS("分野から探す", ""),
        AREAS("地域から探す", ""),
        STREAM("媒体の新着", "媒体"),
        PINNED("注目の記事", "記事の番号"),
        LINKS("リンク集", "リンク"),
        BANNER("バナー画像", "画像"),
        TEXT("自由な文章", "文章");

        private final String japanese;
        private final String needs;

        Kind(String japanese, String needs) {
            this.japanese = japanese;
            this.needs = needs;
        }

        public String japanese() {
            return japanese;
        }

        /** What its value is, in words; "" for a kind without one. */
        public String needs() {
            return needs;
        }

        /** Small ones stand beside the large one before them. */
        public boolean isAside() {
            return switch (this) {
                case CALENDAR, SERVICES -> true;
                case NEWS, SERIES, TOPICS, AREAS, STREAM, PINNED, LINKS, BANNER, TEXT -> false;
            };
        }
    }

    /** As every site looks until somebody decides otherwise. */
    public static SiteLook usual() {
        return new SiteLook(
                "",
                "",
                "",
                "",
                List.of(),
                List.of(
                        Block.of(Kind.NEWS),
                        Block.of(Kind.CALENDAR),
                        Block.of(Kind.SERVICES),
                        Block.of(Kind.SERIES),
                        Block.of(Kind.TOPICS),
                        Block.of(Kind.AREAS)));
    }

    public SiteLook with(List<Block> others) {
        return new SiteLook(name, colour, logo, logoAlt, menu, others);
    }

    /** Exchanges two neighbours; at the ends nothing happens. @param by -1: earlier, +1: later */
    public SiteLook moved(int block, int by) {
        int other = block + by;
        if (block < 0 || block >= blocks.size() || other < 0 || other >= blocks.size()) return this;
        var changed = new ArrayList<>(blocks);
        java.util.Collections.swap(changed, block, other);
        return with(changed);
    }

    /** Articles of a {@link Kind#PINNED} block. */
    public static List<Long> articles(String value) {
        return value.lines()
                .map(String::strip)
                .filter(line -> line.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .toList();
    }
}
