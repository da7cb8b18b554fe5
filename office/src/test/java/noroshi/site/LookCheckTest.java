package noroshi.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import noroshi.site.SiteLook.Block;
import noroshi.site.SiteLook.Item;
import noroshi.site.SiteLook.Kind;
import org.junit.jupiter.api.Test;

class LookCheckTest {

    private static List<LookCheck.Trouble> check(SiteLook look) {
        return new LookCheck(Set.of("news"), Set.of("abc")).of(look);
    }

    private static SiteLook with(Block... blocks) {
        return SiteLook.usual().with(List.of(blocks));
    }

    private static SiteLook coloured(String colour) {
        return new SiteLook("", colour, "", "", List.of(), List.of());
    }

    @Test
    void coloursNobodyCanReadAreRefused() {
        assertThat(LookCheck.contrastOnWhite("#767676")).isCloseTo(4.54, within(0.01));
        assertThat(check(coloured("#00573d"))).isEmpty();
        assertThat(check(coloured("#767676"))).isEmpty();
        assertThat(check(coloured("#777777")))
                .singleElement()
                .extracting(LookCheck.Trouble::message)
                .asString()
                .contains("4.47 : 1");
        assertThat(check(coloured("#ffd43d")))
                .extracting(LookCheck.Trouble::field)
                .containsExactly("colour");
        assertThat(check(coloured("red; }")))
                .extracting(LookCheck.Trouble::field)
                .containsExactly("colour");
    }

    @Test
    void addressesThatCouldRunSomethingAreRefused() {
        for (var href : List.of(
                "javascript:alert(1)", "http://x.example/", "//evil.example/", "data:text/html,x", "", "/a b", "/\"x"))
            assertThat(check(new SiteLook("", "", "", "", List.of(new Item("文字", href, List.of())), List.of())))
                    .as(href)
                    .isNotEmpty();
        for (var href : List.of("/", "/news/", "https://www.example.jp/a?b=c"))
            assertThat(check(new SiteLook("", "", "", "", List.of(new Item("文字", href, List.of())), List.of())))
                    .as(href)
                    .isEmpty();
    }

    @Test
    void aMenuHasTwoLevelsAndAnEnd() {
        var text = "くらし | /topics/\n- ごみ | /topics/living/\n-税 ｜ /topics/tax/\n防災|/emergency/\n";
        var menu = MenuText.read(text);

        assertThat(menu).hasSize(2);
        assertThat(menu.getFirst().below()).extracting(Item::text).containsExactly("ごみ", "税");
        assertThat(MenuText.read(MenuText.write(menu))).isEqualTo(menu);
        assertThat(check(new SiteLook("", "", "", "", MenuText.read("あ | /\n".repeat(9)), List.of())))
                .isNotEmpty();
    }

    @Test
    void aBlockNeedsWhatItShows() {
        assertThat(check(SiteLook.usual())).isEmpty();
        assertThat(check(with(Block.of(Kind.STREAM))))
                .extracting(LookCheck.Trouble::field)
                .containsExactly("block-0");
        assertThat(check(with(new Block(Kind.STREAM, true, "", "news", "")))).isEmpty();
        assertThat(check(with(new Block(Kind.BANNER, true, "", "nothing", "")))).isNotEmpty();
        assertThat(check(with(new Block(Kind.BANNER, true, "", "abc", "/news/"))))
                .isEmpty();
        assertThat(check(with(new Block(Kind.PINNED, true, "", "12\n13", "")))).isEmpty();
        assertThat(check(with(new Block(Kind.PINNED, true, "", "12\nx", "")))).isNotEmpty();
        assertThat(check(with(new Block(Kind.LINKS, true, "", "県の防災 | /emergency/", ""))))
                .isEmpty();
        assertThat(check(with(new Block(Kind.LINKS, true, "", "県の防災", "")))).isNotEmpty();
        assertThat(check(with(Block.of(Kind.TEXT)))).isNotEmpty();
    }

    @Test
    void blocksMoveOnePlaceAndStopAtTheEnds() {
        var look = SiteLook.usual();
        assertThat(look.moved(0, 1).blocks().get(1).kind()).isEqualTo(Kind.NEWS);
        assertThat(look.moved(0, -1)).isEqualTo(look);
        assertThat(look.moved(5, 1)).isEqualTo(look);
        assertThat(look.moved(99, 1)).isEqualTo(look);
        assertThat(new ArrayList<>(look.moved(2, 1).moved(3, -1).blocks())).isEqualTo(look.blocks());
    }
}
