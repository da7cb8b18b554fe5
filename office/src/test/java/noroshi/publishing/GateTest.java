package noroshi.publishing;

import static noroshi.publishing.PublishingLane.EMERGENCY;
import static noroshi.publishing.PublishingLane.ORDINARY;
import static org.assertj.core.api.Assertions.assertThat;

import noroshi.people.Officer;
import noroshi.people.Role;
import org.junit.jupiter.api.Test;

/** A text in which the checks find an error becomes public only with a permission and a reason, and is listed. */
class GateTest extends PublishingTest {

    private static final Flaw FLAW = new Flaw("image-name", "画像の代替テキスト", "body", 3, "![](a.png)", "代替テキストを書いてください。");

    @Test
    void withoutThePermissionNobodyApprovesOrPublishesErrors() {
        var waiting = inReview(written("news", content("誤りのある記事")));
        flaws.add(FLAW);

        assertThat(approve(waiting, approver)).isEqualTo(new Outcome.Flawed(flaws, false));

        flaws.clear();
        var approved = done(approve(waiting, approver)).article();
        flaws.add(FLAW);
        assertThat(publish(approved, ORDINARY, publisher)).isEqualTo(new Outcome.Flawed(flaws, false));
        assertThat(now(approved).publicEdition()).isNull();
    }

    @Test
    void thePermissionAloneIsNoReason() {
        var approved = approved("news", content("誤りのある記事"));
        flaws.add(FLAW);

        assertThat(publish(approved, ORDINARY, waiver())).isEqualTo(new Outcome.Flawed(flaws, true));
    }

    @Test
    void withAReasonItIsPublicAuditedAndListed() {
        var approved = approved("news", content("誤りのある記事"));
        flaws.add(FLAW);

        done(publish(approved, "原本の写真のため", waiver()));

        var rows = tenancy.in(MIYAGI, () -> passedErrors.list(MIYAGI, "kouhou", 10));
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.article()).isEqualTo(approved.id());
            assertThat(row.reason()).isEqualTo("原本の写真のため");
            assertThat(row.rules()).containsExactly("image-name");
            assertThat(row.findings()).contains("本文3行目", "画像の代替テキスト");
            assertThat(row.standing()).isEqualTo(PassedErrors.Standing.PUBLIC);
        });
        assertThat(tenancy.in(MIYAGI, () -> passedErrors.list(MIYAGI, "bosai", 10)))
                .isEmpty();
        assertThat(tenancy.in(MIYAGI, () -> articles.history(MIYAGI, approved.id())))
                .extracting(Articles.Act::act)
                .contains("article.errors-waived");
    }

    @Test
    void whatWasLetPassAtApprovalNeedsNoSecondReason() {
        var waiting = inReview(written("news", content("誤りのある記事")));
        flaws.add(FLAW);
        var by = waiver();

        var approved = done(approveArticle.handle(
                        new ApproveArticle.Command(MIYAGI, waiting.id(), 1, "", "原本の写真のため", by, clock.instant())))
                .article();

        assertThat(done(publish(approved, ORDINARY, publisher)).article().isOpen())
                .isTrue();
    }

    @Test
    void aRepairedEditionIsOverOnTheList() {
        var approved = approved("news", content("誤りのある記事"));
        flaws.add(FLAW);
        var opened = done(publish(approved, "原本の写真のため", waiver())).article();
        flaws.clear();

        republished(opened, content("直した記事"), Change.update());

        assertThat(tenancy.in(MIYAGI, () -> passedErrors.list(MIYAGI, null, 10)))
                .extracting(PassedErrors.Row::standing)
                .containsExactly(PassedErrors.Standing.OVER);
    }

    @Test
    void anEmergencyIsNeverStoppedButListedForRepair() {
        flaws.add(FLAW);
        var draft = written("emergency", content("避難してください"));

        assertThat(done(publish(draft, EMERGENCY, watch)).article().isOpen()).isTrue();
        assertThat(tenancy.in(MIYAGI, () -> passedErrors.list(MIYAGI, null, 10)))
                .extracting(PassedErrors.Row::reason)
                .containsExactly("緊急");
    }

    @Test
    void aReasonOfTheWrongPersonChangesNothing() {
        var approved = approved("news", content("誤りのある記事"));
        flaws.add(FLAW);

        assertThat(publish(approved, "急ぐので", publisher)).isEqualTo(new Outcome.Flawed(flaws, false));
        assertThat(tenancy.in(MIYAGI, () -> passedErrors.list(MIYAGI, null, 10)))
                .isEmpty();
    }

    private Officer waiver() {
        return add(MIYAGI, "waiver", Role.PUBLISHER, Role.APPROVER, Role.WAIVER);
    }

    private Outcome publish(Article article, String reason, Officer by) {
        return publishArticle.handle(new PublishArticle.Command(
                MIYAGI,
                article.id(),
                article.newestEdition(),
                ORDINARY,
                null,
                null,
                false,
                reason,
                by,
                clock.instant()));
    }

    private Article now(Article article) {
        return tenancy.in(MIYAGI, () -> articles.find(MIYAGI, article.id()).orElseThrow());
    }
}
