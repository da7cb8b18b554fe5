package noroshi.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Footnotes, boxes, captions and contact data, as HTML and as plain text. */
class MarkupTest {

    @Test
    void footnotesAreNumberedInTheOrderOfTheirCalls() {
        var rendered = Markdown.render("甲[^b]乙[^a]丙[^b]\n\n[^a]: 注の甲\n[^b]: 注の乙\n    続き\n\n後の段落\n");

        assertThat(rendered.html())
                .contains("甲<a class=\"note\" href=\"#note-1\" id=\"note-call-1\">（注1）</a>乙")
                .contains("丙<a class=\"note\" href=\"#note-1\">（注1）</a>")
                .contains("<p>後の段落</p>")
                .contains("<a ");
        assertThat(rendered.plain()).contains("甲（注1）乙（注2）丙（注1）").contains("・注1 注の乙続き\n・注2 注の甲");
        assertThat(rendered.notices()).isEmpty();
    }

    @Test
    void aCallWithoutItsNoteStaysAsWrittenAndANoteWithoutCallIsReported() {
        assertThat(Markdown.render("甲[^1]").html()).isEqualTo("<p>甲[^1]</p>\n");
        assertThat(Markdown.render("甲\n\n[^1]: 乙").notices())
                .extracting(Markdown.Notice::line)
                .containsExactly(3);
    }

    @Test
    void boxesHaveAKindAndANameAndHoldBlocks() {
        var rendered = Markdown.render(":::注意 停電のおそれ\n火の元を確かめる。\n\n- 甲\n:::\n\n後");

        assertThat(rendered.html())
                .contains(
                        "<div class=\"callout is-caution\">",
                        "<p class=\"callout-name\">注意：停電のおそれ</p>",
                        "<li>甲</li>",
                        "<p>後</p>");
        assertThat(rendered.plain()).contains("【注意：停電のおそれ】\n\n火の元を確かめる。");
        assertThat(Markdown.render(":::警告\n文\n:::").notices()).singleElement().satisfies(n -> assertThat(n.message())
                .contains("警告"));
    }

    @Test
    void anImageWithATitleIsAFigure() {
        var rendered = Markdown.render("![防潮堤](/media/a.png \"完成した <b> 防潮堤\")");

        assertThat(rendered.html())
                .contains(
                        "<figure><img src=\"/media/a.png\" alt=\"防潮堤\"",
                        "<figcaption>完成した &lt;b&gt; 防潮堤</figcaption></figure>");
        assertThat(rendered.plain()).contains("［画像: 防潮堤］\n完成した");
        assertThat(rendered.media()).containsExactly("/media/a.png");
    }

    @Test
    void aContactBlockIsFilledWhenThePageIsBuilt() {
        assertThat(Markdown.render("[[問い合わせ先]]").html())
                .contains("callout is-contact")
                .contains("担当課室");
        assertThat(Markdown.render("文の中の[[問い合わせ先]]").html()).isEqualTo("<p>文の中の[[問い合わせ先]]</p>\n");
    }

    @Test
    void aTableWiderThanAnyoneCanReadIsNamedAtItsLine() {
        var wide = "前\n\n" + "| a ".repeat(200) + "|\n" + "|---".repeat(200) + "|\n";

        assertThat(Markdown.render(wide).notices()).singleElement().satisfies(notice -> {
            assertThat(notice.line()).isEqualTo(3);
            assertThat(notice.message()).contains("200列").contains("30列以内");
        });
    }
}
