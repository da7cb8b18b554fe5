package noroshi.channels;

import java.util.List;
import noroshi.platform.Lane;
import noroshi.publishing.Content;
import noroshi.publishing.PublicArticle;
import noroshi.publishing.PublishingLane;
import noroshi.publishing.Series;

/** A public article as mail: what is said of it the first time, and when it is corrected. */
record News(String government, Series series, PublicArticle article) {

    /** Told once, however often it is published. */
    Dispatch.Draft first() {
        return draft(
                firstKey(), DispatchKind.ARTICLE, content().title(), content().body());
    }

    /** Short: what was wrong, and where the corrected article stands. */
    Dispatch.Draft correction(int edition, String correction) {
        var body = "先にお送りした「%s」に訂正があります。おわびして訂正します。\n\n%s\n\n訂正後の全文は、下のページでご覧ください。"
                .formatted(content().title(), correction);
        var key = "%s:correction:%d".formatted(firstKey(), edition);
        return draft(key, DispatchKind.CORRECTION, "【訂正】" + content().title(), body);
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
