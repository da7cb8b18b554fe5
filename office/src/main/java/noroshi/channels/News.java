package noroshi.channels;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import noroshi.platform.Lane;
import noroshi.publishing.Content;
import noroshi.publishing.PublicArticle;
import noroshi.publishing.PublishingLane;
import noroshi.publishing.Series;

/**
 * A public article as mail: what is said of it the first time, and when it is corrected.
 *
 * @param government its name
 * @param paths of the articles that its body links to ({@code article:ID})
 */
record News(String government, Series series, PublicArticle article, Map<Long, String> paths) {

    private static final Pattern LINKED = Pattern.compile("\\]\\(article:([0-9]{1,18})");

    /** Told once, however often it is published. */
    Dispatch.Draft first() {
        return draft(
                firstKey(),
                DispatchKind.ARTICLE,
                content().title(),
                resolved(content().body()));
    }

    /** Short: what was wrong, and where the corrected article stands. */
    Dispatch.Draft correction(int edition, String correction) {
        var body = "先にお送りした「%s」に訂正があります。おわびして訂正します。\n\n%s\n\n訂正後の全文は、下のページでご覧ください。"
                .formatted(content().title(), correction);
        var key = "%s:correction:%d".formatted(firstKey(), edition);
        return draft(key, DispatchKind.CORRECTION, "【訂正】" + content().title(), body);
    }

    /** The articles that a body links to. */
    static Set<Long> linked(String body) {
        return LINKED.matcher(body)
                .results()
                .map(link -> Long.valueOf(link.group(1)))
                .collect(Collectors.toSet());
    }

    private String resolved(String body) {
        return LINKED.matcher(body).replaceAll(link -> {
            var path = paths.get(Long.valueOf(link.group(1)));
            return Matcher.quoteReplacement(path == null ? link.group() : "](" + path);
        });
    }

    String firstKey() {
        return "article:" + article.article().id();
    }

    List<String> areas() {
        return content().areas();
    }

    Lane lane() {
        if (urgent()) return Lane.ALERT;
        return switch (series.layout()) {
            case "newsletter", "magazine", "tourism" -> Lane.BULK;
            default -> Lane.ORDINARY;
        };
    }

    private Dispatch.Draft draft(String key, DispatchKind kind, String title, String body) {
        return new Dispatch.Draft(
                key,
                kind,
                lane(),
                series.code(),
                article.article().id(),
                article.edition().number(),
                government + " " + series.name(),
                Subject.of(government, content().marks(), urgent(), title),
                body,
                article.article().path(),
                content().marks());
    }

    private Content content() {
        return article.edition().content();
    }

    private boolean urgent() {
        return article.article().lane() == PublishingLane.EMERGENCY;
    }
}
