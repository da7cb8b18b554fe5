package noroshi.care;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkListTest {

    private static final String SITE = "https://www.example.jp/040002";

    private static String read(String body) {
        var links = LinkList.of(body, SITE);
        assertThat(links).hasSize(1);
        return links.getFirst().kind() + " " + links.getFirst().target();
    }

    @Test
    void everyKindOfAddressIsKnown() {
        var hash = "0123456789abcdef".repeat(4);
        assertThat(read("[a](article:12)")).isEqualTo("article 12");
        assertThat(read("[a](/press/12)")).isEqualTo("article 12");
        assertThat(read("[a](" + SITE + "/press/12)")).isEqualTo("article 12");
        assertThat(read("[a](/media/" + hash + ".pdf)")).isEqualTo("media " + hash);
        assertThat(read("![a](/media/" + hash + ".png)")).isEqualTo("media " + hash);
        assertThat(read("[a](/press/)")).isEqualTo("list press");
        assertThat(read("[a](https://WWW.Example.com/x?y=1#z)")).isEqualTo("outside https://www.example.com/x?y=1");
    }

    @Test
    void pagesThatAreAlwaysThereAreNotFollowed() {
        assertThat(LinkList.of("[a](/subscribe) [b](mailto:a@example.jp) [c](#top) [d](tel:0221)", SITE))
                .isEmpty();
    }

    @Test
    void aLinkKnowsItsLineAndWords() {
        var link =
                LinkList.of("一行目\n\n詳しくは[**太い**言葉](https://example.com)へ", SITE).getFirst();
        assertThat(link.line()).isEqualTo(3);
        assertThat(link.words()).isEqualTo("太い言葉");
        assertThat(link.target()).isEqualTo("https://example.com/");
    }

    @Test
    void anAddressIsReplacedOnlyWhereItIsALinksWholeAddress() {
        var body =
                "[a](http://old.example/x) と http://old.example/x/y と [b](http://old.example/xy) と\n[c]: http://old.example/x";
        assertThat(RepairLink.replaced(body, "http://old.example/x", "https://new.example/"))
                .isEqualTo(
                        "[a](https://new.example/) と http://old.example/x/y と [b](http://old.example/xy) と\n[c]: https://new.example/");
    }
}
