package noroshi.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.publishing.Article;
import noroshi.publishing.ArticleState;
import noroshi.publishing.Edition;

/**
 * What can be done with an article now, and for each act that this officer cannot do, why and who can.
 *
 * <p>Only for showing: the use cases decide once more, and theirs is the word that counts.
 *
 * @param flow where it stands on its route, seen by this officer
 * @param colleagues everyone of the article's government
 */
record ArticleActs(Article article, Edition newest, Officer me, ArticleFlow flow, List<Officer> colleagues) {

    List<ArticleAct> list() {
        if (flow.trashed() != null) return List.of(takeOut());
        var acts = new ArrayList<ArticleAct>();
        if (article.reviewDue()) acts.add(review());
        switch (article.state()) {
            case DRAFT -> draft(acts);
            case REVIEW -> inReview(acts);
            case APPROVED -> approved(acts);
            case SCHEDULED -> scheduled(acts);
            case PUBLIC -> acts.add(edit("直す", "新しい版を書きます。公開中の内容は、新しい版が公開されるまで変わりません。"));
            case WITHDRAWN -> {
                acts.add(edit("新しい版を書いて公開し直す", "公開を終えた記事です。新しい版は下書きから始まります。"));
                acts.add(trash());
            }
        }
        if (article.state() == ArticleState.PUBLIC || article.isOpen()) open(acts);
        return List.copyOf(acts);
    }

    private void draft(List<ArticleAct> acts) {
        if (!flow.progress().steps().isEmpty())
            acts.add(act(ArticleAct.Weight.NEXT, "承認を依頼する", "/request", needed(), Role.AUTHOR, Role.EMERGENCY));
        else acts.add(publish("公開する"));
        acts.add(edit("直す", ""));
        unlessPublic(acts);
    }

    private String needed() {
        if (!flow.hasSteps())
            return "承認者%d人の承認で公開できるようになります。".formatted(flow.progress().required());
        return flow.progress().steps().stream()
                .map(step -> "%s（%d人）".formatted(step.name(), step.required()))
                .collect(Collectors.joining(" → ", "承認の経路: ", ""));
    }

    private void inReview(List<ArticleAct> acts) {
        acts.add(approve());
        if (newest.writtenBy() == me.id())
            acts.add(act(
                    ArticleAct.Weight.OTHER,
                    "引き戻す",
                    "/pull-back",
                    "承認の依頼を取り消し、下書きに戻します。",
                    Role.AUTHOR,
                    Role.EMERGENCY));
        acts.add(edit("直す", "直すと新しい版の下書きになり、もう一度承認を依頼します。"));
        unlessPublic(acts);
    }

    private void approved(List<ArticleAct> acts) {
        acts.add(publish("公開する"));
        acts.add(new ArticleAct(
                ArticleAct.Weight.OTHER,
                "差し戻す",
                "/approvals/" + article.id(),
                "",
                lacking(Role.APPROVER, Role.PUBLISHER)));
        acts.add(edit("直す", "直すと新しい版の下書きになり、もう一度承認を依頼します。"));
        unlessPublic(acts);
    }

    private void scheduled(List<ArticleAct> acts) {
        if (article.isOpen()) {
            acts.add(publish("予約を待たずに差し替える"));
            acts.add(edit("直す", "新しい版を書きます。予約した差し替えは、取り消すまでそのままです。"));
            acts.add(act(
                    ArticleAct.Weight.OTHER,
                    "差し替えの予約を取り消す",
                    "/cancel-replacement",
                    "いま公開中の版が、そのまま公開されます。",
                    Role.PUBLISHER,
                    Role.EMERGENCY));
            return;
        }
        acts.add(publish("予約を待たずに公開する"));
        acts.add(edit("直す", ""));
        acts.add(act(
                ArticleAct.Weight.GRAVE,
                "公開予約を取り消す",
                "/withdraw",
                "予約は取り消され、公開されません。",
                Role.PUBLISHER,
                Role.EMERGENCY));
    }

    private void open(List<ArticleAct> acts) {
        acts.add(act(ArticleAct.Weight.OTHER, "媒体を移す", "/move", "前のアドレスからは自動で案内されます。", Role.PUBLISHER));
        acts.add(act(
                ArticleAct.Weight.GRAVE,
                "公開を終了する",
                "/withdraw",
                "公開サイトから外します。記録は残ります。",
                Role.PUBLISHER,
                Role.EMERGENCY));
    }

    private void unlessPublic(List<ArticleAct> acts) {
        if (me.has(Role.EMERGENCY))
            acts.add(act(
                    ArticleAct.Weight.GRAVE,
                    "緊急発信として公開する",
                    "/publish?lane=emergency",
                    "承認を待たずに公開します。事後確認が必要です。",
                    Role.EMERGENCY));
        if (article.publicEdition() == null && article.state() == ArticleState.DRAFT) acts.add(trash());
        if (article.publicEdition() == null)
            acts.add(act(
                    ArticleAct.Weight.GRAVE,
                    "下書きを取りやめる",
                    "/withdraw",
                    "",
                    Role.AUTHOR,
                    Role.PUBLISHER,
                    Role.EMERGENCY));
    }

    private ArticleAct review() {
        var refusal = lacking(Role.APPROVER);
        if (refusal.isEmpty() && newest.writtenBy() == me.id())
            refusal = "自分が緊急発信した記事は確認できません。" + others(Role.APPROVER);
        return new ArticleAct(
                ArticleAct.Weight.NEXT,
                "事後確認をする",
                "/approvals/" + article.id(),
                "緊急発信された記事です。内容を読んで確認してください。",
                refusal);
    }

    private ArticleAct approve() {
        var refusal = flow.seat() != null ? "" : noSeat();
        return new ArticleAct(ArticleAct.Weight.NEXT, "読んで承認・差し戻しをする", "/approvals/" + article.id(), "", refusal);
    }

    private String noSeat() {
        var current = flow.progress().current();
        if (current.isEmpty()) return "必要な承認はそろっています。";
        var who = flow.awaited().isEmpty() ? "できる職員がいません。管理者に連絡してください。" : "できる職員: " + flow.awaitedNames();
        if (flow.progress().hasDecided(me.id()))
            return "この版はもう承認しました。「%s」であと%d人の承認が必要です。"
                            .formatted(current.get().name(), flow.progress().missing(current.get()))
                    + who;
        var role = current.get().role();
        if (role != null && !me.has(role)) return "%sの役割が必要です。".formatted(role.japanese()) + who;
        if (flow.ownText()) return "自分が書いた版は承認できません。" + who;
        return "いまは「%s」の承認を待っています。".formatted(current.get().name()) + who;
    }

    private ArticleAct trash() {
        return act(ArticleAct.Weight.OTHER, "ごみ箱に入れる", "/trash", "一覧から外します。しばらくは元に戻せます。", Role.AUTHOR, Role.PUBLISHER);
    }

    private ArticleAct takeOut() {
        return act(ArticleAct.Weight.NEXT, "ごみ箱から戻す", "/take-out", "", Role.AUTHOR, Role.PUBLISHER);
    }

    private ArticleAct publish(String label) {
        return act(ArticleAct.Weight.NEXT, label, "/publish", "次の画面で、すぐに公開するか日時を予約するかを選びます。", Role.PUBLISHER);
    }

    private ArticleAct edit(String label, String explanation) {
        return act(ArticleAct.Weight.OTHER, label, "/edit", explanation, Role.AUTHOR, Role.EMERGENCY);
    }

    private ArticleAct act(ArticleAct.Weight weight, String label, String page, String explanation, Role... anyOf) {
        return new ArticleAct(weight, label, "/articles/" + article.id() + page, explanation, lacking(anyOf));
    }

    private String lacking(Role... anyOf) {
        if (Arrays.stream(anyOf).anyMatch(me::has)) return "";
        var roles = Arrays.stream(anyOf).map(Role::japanese).collect(Collectors.joining("か"));
        return "%sの役割が必要です。".formatted(roles) + others(anyOf);
    }

    /** Who can, so that nobody has to look it up at night. */
    private String others(Role... anyOf) {
        var names = colleagues.stream()
                .filter(officer -> officer.id() != me.id() && officer.id() != newest.writtenBy()
                        || Arrays.asList(anyOf).contains(Role.PUBLISHER) && officer.id() != me.id())
                .filter(officer -> Arrays.stream(anyOf).anyMatch(officer::has))
                .map(Officer::name)
                .limit(5)
                .collect(Collectors.joining("、"));
        return names.isEmpty() ? "できる職員がいません。管理者に連絡してください。" : "できる職員: " + names;
    }
}
