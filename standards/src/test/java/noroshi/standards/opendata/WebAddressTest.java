package noroshi.standards.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WebAddressTest {

    @Test
    void addressesOfWebPagesAreKept() {
        for (var address : List.of(
                "https://www.city.sendai.jp/kekaku/1.html?a=1&b=(2)#top",
                "http://www.town.onagawa.miyagi.jp:8080",
                "https://a_b.example/%E9%81%BF%E9%9B%A3%E6%89%80"))
            assertThat(WebAddress.of(address)).isEqualTo(address);
    }

    @Test
    void whatOnlyLooksLikeOneIsNot() {
        for (var address : List.of(
                "javascript:alert(1)",
                "data:text/html,x",
                "//evil.example",
                "ftp://a.example/",
                "https://",
                "https:///path",
                "https://www.city.sendai.jp@evil.example/",
                "https://a.example/\"onmouseover=x",
                "https://a.example/<b>",
                "https://a.example/)[公式](https://evil.example/",
                "https://a.example/)[x](https://evil.example/",
                "https://a.example/`x`",
                "https://a.example/a b",
                "https://a.example/" + "x".repeat(500)))
            assertThat(WebAddress.of(address)).as(address).isEmpty();
    }
}
