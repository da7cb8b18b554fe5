package noroshi.channels;

import java.util.List;
import noroshi.platform.Lane;

/** An article as readers see it now, with what a mail says about it. */
record News(
        long id,
        int edition,
        String series,
        String seriesName,
        String layout,
        String governmentName,
        boolean emergency,
        String title,
        String body,
        List<String> areas,
        String correction,
        Marks marks) {

    Lane lane() {
        if (emergency) return Lane.ALERT;
        return switch (layout) {
            case "newsletter", "magazine", "tourism" -> Lane.BULK;
            default -> Lane.ORDINARY;
        };
    }

    String path() {
        return "/" + series + "/" + id;
    }

    /** Told once, however often it is published. */
    Dispatch.Draft asNews() {
        return new Dispatch.Draft(
                firstKey(),
                DispatchKind.ARTICLE,
                lane(),
                series,
                id,
                edition,
                governmentName + " " + seriesName,
                Subject.of(governmentName, marks, emergency, title),
                body,
                path(),
                marks);
    }

    /** Short: what was wrong, and where the corrected article stands. */
    Dispatch.Draft asCorrection() {
        var body = "先にお送りした「%s」に訂正があります。おわびして訂正します。\n\n%s\n\n訂正後の全文は、下のページでご覧ください。"
                .formatted(title, correction);
        return new Dispatch.Draft(
                "article:%d:correction:%d".formatted(id, edition),
                DispatchKind.CORRECTION,
                lane(),
                series,
                id,
                edition,
                governmentName + " " + seriesName,
                Subject.of(governmentName, marks, emergency, "【訂正】" + title),
                body,
                path(),
                marks);
    }

    String firstKey() {
        return "article:" + id;
    }
}
