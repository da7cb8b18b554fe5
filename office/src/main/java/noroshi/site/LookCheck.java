package noroshi.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import noroshi.site.SiteLook.Block;
import noroshi.site.SiteLook.Item;

/** What is wrong with a look, in words for the one who made it. Pure. */
final class LookCheck {

    static final double CONTRAST_MIN = 4.5;
    static final int NAME_CHARACTERS_MAX = 40;
    static final int ALT_CHARACTERS_MAX = 300;
    static final int MENU_CHARACTERS_MAX = 16;
    static final int TITLE_CHARACTERS_MAX = 40;
    static final int HREF_CHARACTERS_MAX = 500;
    static final int TEXT_CHARACTERS_MAX = 5_000;
    static final int ARTICLES_MAX = 10;
    static final int LINKS_MAX = 20;

    /** @param field of the form, e.g. colour, menu, block-2; @param message Japanese */
    record Trouble(String field, String message) {}

    private final Set<String> series;
    private final Set<String> images;
    private final List<Trouble> troubles = new ArrayList<>();

    /** @param images hashes of the images that the look may show */
    LookCheck(Set<String> series, Set<String> images) {
        this.series = series;
        this.images = images;
    }

    List<Trouble> of(SiteLook look) {
        if (look.name().length() > NAME_CHARACTERS_MAX || hasControl(look.name()))
            trouble("name", "サイトの名前は%d字以内の1行にしてください。".formatted(NAME_CHARACTERS_MAX));
        colour(look.colour());
        if (!look.logo().isEmpty()) {
            if (!images.contains(look.logo())) trouble("logo", "ロゴの画像が見つかりません。画像を選び直してください。");
            if (look.logoAlt().isBlank() || look.logoAlt().length() > ALT_CHARACTERS_MAX)
                trouble("logoAlt", "ロゴの代替テキストを入力してください（例：宮城県の県章）。");
        }
        menu(look.menu());
        if (look.blocks().size() > SiteLook.BLOCKS_MAX)
            trouble("blocks", "トップページの部品は%d個までです。".formatted(SiteLook.BLOCKS_MAX));
        for (int i = 0; i < look.blocks().size(); i++) block(i, look.blocks().get(i));
        return troubles;
    }

    private void colour(String colour) {
        if (colour.isEmpty()) return;
        if (!colour.matches("#[0-9a-fA-F]{6}")) trouble("colour", "色は # と16進数6桁で入力してください（例：#00573d）。");
        else if (contrastOnWhite(colour) < CONTRAST_MIN)
            trouble(
                    "colour",
                    "色 %s は白との対比が %.2f : 1 しかなく、読めない人がいます。4.5 : 1 以上になるよう、もっと濃い色にしてください。"
                            .formatted(colour, Math.floor(contrastOnWhite(colour) * 100) / 100));
    }

    /** WCAG's contrast ratio with white, from 1 to 21. */
    static double contrastOnWhite(String colour) {
        double luminance = 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(String colour, int at) {
        double part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private void menu(List<Item> menu) {
        if (menu.size() > SiteLook.ITEMS_MAX) trouble("menu", "メニューの項目は%d個までです。".formatted(SiteLook.ITEMS_MAX));
        for (var item : menu) {
            item("menu", item);
            if (item.below().size() > SiteLook.BELOW_MAX)
                trouble("menu", "「%s」の下の項目は%d個までです。".formatted(item.text(), SiteLook.BELOW_MAX));
            for (var below : item.below()) item("menu", below);
        }
    }

    private void item(String field, Item item) {
        if (item.text().isBlank() || item.text().length() > MENU_CHARACTERS_MAX)
            trouble(field, "メニューの文字「%s」は1〜%d字にしてください。".formatted(item.text(), MENU_CHARACTERS_MAX));
        if (!isAddress(item.href()))
            trouble(
                    field,
                    "「%s」の行き先「%s」は、このサイトの / で始まるアドレスか https:// で始まるアドレスにしてください。".formatted(item.text(), item.href()));
    }

    static boolean isAddress(String href) {
        return href.length() <= HREF_CHARACTERS_MAX
                && (href.matches("/([^/\\s<>\"][^\\s<>\"]*)?") || href.matches("https://[^\\s<>\"]+"));
    }

    private void block(int number, Block block) {
        var field = "block-" + number;
        if (block.title().length() > TITLE_CHARACTERS_MAX || hasControl(block.title()))
            trouble(field, "見出しは%d字以内の1行にしてください。".formatted(TITLE_CHARACTERS_MAX));
        switch (block.kind()) {
            case NEWS, CALENDAR, SERVICES, SERIES, TOPICS, AREAS -> {}
            case STREAM -> {
                if (!series.contains(block.value())) trouble(field, "「%s」に出す媒体を選んでください。".formatted(block.heading()));
            }
            case PINNED -> pinned(field, block);
            case LINKS -> links(field, block);
            case BANNER -> {
                if (!images.contains(block.value())) trouble(field, "バナーの画像を選んでください。");
                if (!block.note().isEmpty() && !isAddress(block.note()))
                    trouble(field, "バナーの行き先は / か https:// で始まるアドレスにしてください。");
            }
            case TEXT -> {
                if (block.value().isBlank() || block.value().length() > TEXT_CHARACTERS_MAX)
                    trouble(field, "文章は1〜%,d字で入力してください。".formatted(TEXT_CHARACTERS_MAX));
            }
        }
    }

    private void pinned(String field, Block block) {
        var lines = block.value().lines().filter(l -> !l.isBlank()).count();
        var articles = SiteLook.articles(block.value());
        if (articles.isEmpty() || articles.size() != lines || articles.size() > ARTICLES_MAX)
            trouble(field, "注目の記事は、記事の番号を1行に1つ、%d件まで入力してください。".formatted(ARTICLES_MAX));
    }

    private void links(String field, Block block) {
        var items = MenuText.read(block.value());
        if (items.isEmpty() || items.size() > LINKS_MAX)
            trouble(field, "リンクは「文字 | 行き先」の形で1行に1つ、%d件まで入力してください。".formatted(LINKS_MAX));
        for (var item : items) {
            if (item.text().isBlank() || item.text().length() > 60)
                trouble(field, "リンクの文字「%s」は1〜60字にしてください。".formatted(item.text()));
            if (!isAddress(item.href()))
                trouble(field, "リンク「%s」の行き先は / か https:// で始まるアドレスにしてください。".formatted(item.text()));
        }
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private void trouble(String field, String message) {
        troubles.add(new Trouble(field, message));
    }
}
