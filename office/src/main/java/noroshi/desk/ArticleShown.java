package noroshi.desk;

import java.util.List;
import java.util.Map;
import noroshi.people.Role;
import noroshi.publishing.Article;
import noroshi.publishing.ArticleState;
import noroshi.publishing.Articles;
import noroshi.publishing.Edition;
import noroshi.publishing.MediaFact;
import noroshi.publishing.Series;

/**
 * Everything a screen about one article shows.
 *
 * @param editions the newest first; @param decisions and history the oldest first
 * @param bodyHtml of the newest edition, safe as it is
 * @param media what the newest edition uses, its lead image first
 * @param names of officers by id; @param approvals how many stand for the newest edition
 * @param flow where it stands on its way
 */
public record ArticleShown(
        Article article,
        Edition newest,
        Series series,
        List<ArticleAct> acts,
        List<Edition> editions,
        List<Articles.Decision> decisions,
        List<Articles.Act> history,
        String bodyHtml,
        List<MediaFact> media,
        Map<Long, String> names,
        Map<String, String> words,
        int approvals,
        ArticleFlow flow) {

    public String name(long officer) {
        return names.getOrDefault(officer, article.origin() == null ? "県の管理者" : "自動");
    }

    /** @param kind area, topic or department */
    public String word(String kind, String code) {
        return words.getOrDefault(kind + ":" + code, code);
    }

    /** The newest edition's source with the open remarks at their places. */
    public RemarkedText remarked() {
        return RemarkedText.of(newest.content().body(), flow.remarks());
    }

    public List<ArticleAct> next() {
        return acts.stream()
                .filter(act -> act.weight() == ArticleAct.Weight.NEXT)
                .toList();
    }

    public List<ArticleAct> others() {
        return acts.stream()
                .filter(act -> act.weight() != ArticleAct.Weight.NEXT && act.possible())
                .toList();
    }

    /** When nothing can be done: what others could do, and who they are, so that no card stays empty. */
    public List<ArticleAct> outOfReach() {
        boolean nothingElse = others().stream().allMatch(act -> act.href().endsWith("/trash"));
        return next().isEmpty() && nothingElse
                ? acts.stream().filter(act -> !act.possible()).toList()
                : List.of();
    }

    /** Why this officer cannot publish the newest edition now; "" when they can. Told before the last look, not after. */
    public String whyNotPublish(boolean emergency) {
        var page = "/articles/%d/publish%s".formatted(article.id(), emergency ? "?lane=emergency" : "");
        for (var act : acts) if (act.href().equals(page)) return act.refusal();
        return switch (article.state()) {
            case DRAFT, REVIEW ->
                emergency
                        ? "緊急発信できるのは「%s」の役割がある職員です。".formatted(Role.EMERGENCY.japanese())
                        : "第%d版はまだ承認されていません（現在: %s）。承認されると公開できます。"
                                .formatted(newest.number(), article.state().japanese());
            case APPROVED -> "緊急発信できるのは「%s」の役割がある職員です。".formatted(Role.EMERGENCY.japanese());
            case SCHEDULED -> "";
            case PUBLIC -> "この版はすでに公開しています。内容を直すときは新しい版を書いてください。";
            case WITHDRAWN -> "公開を終えた記事です。もう一度公開するには新しい版を書いてください。";
        };
    }

    /** Why the newest edition came back to its author; "" when it did not. */
    public String remand() {
        var remand = "";
        for (var decision : decisions) {
            if (decision.edition() != newest.number()) continue;
            remand = decision.decision().equals("remanded")
                    ? decision.officerName() + "（" + Moments.brief(decision.at()) + "）: " + decision.comment()
                    : "";
        }
        return remand;
    }

    /** What the author said when asking for approval; "" when nothing. */
    public String request() {
        var said = "";
        for (var decision : decisions)
            if (decision.edition() == newest.number() && decision.decision().equals("requested"))
                said = decision.comment();
        return said;
    }

    /** How far the newest edition has come on its way from draft (0) to public (3); beyond: it has left. */
    public static int step(ArticleState state) {
        return switch (state) {
            case DRAFT -> 0;
            case REVIEW -> 1;
            case APPROVED, SCHEDULED -> 2;
            case PUBLIC -> 3;
            case WITHDRAWN -> 4;
        };
    }

    public static String decision(String code) {
        return switch (code) {
            case "requested" -> "承認を依頼";
            case "approved" -> "承認";
            case "remanded" -> "差し戻し";
            case "reviewed" -> "事後確認";
            case "pulled-back" -> "引き戻し";
            default -> code;
        };
    }
}
