package noroshi.api;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import noroshi.publishing.Change;
import noroshi.publishing.Content;
import noroshi.publishing.Happening;
import noroshi.publishing.Marks;
import noroshi.publishing.PublishingLane;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /articles} and {@code PUT /articles/{id}}. */
record ArticleRequest(
        @Nullable String government,
        @Nullable String series,
        Content content,
        Change change,
        boolean publish,
        PublishingLane lane,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        String reason) {

    private static final Set<String> MARKS = Set.of("", "drill", "test", "replay");

    static ArticleRequest create(byte[] body) {
        return read(Fields.read(body), true);
    }

    static ArticleRequest replace(byte[] body) {
        return read(Fields.read(body), false);
    }

    private static ArticleRequest read(Fields fields, boolean first) {
        var government = fields.textOrNull("government");
        var series = first ? fields.text("series") : fields.textOrNull("series");
        var content = content(fields);
        var change = first ? Change.update() : new Change(fields.text("correction", ""), fields.truth("minor"));
        boolean publish = fields.truth("publish");
        boolean emergency = fields.truth("emergency");
        var opensAt = fields.instant("opensAt");
        var closesAt = fields.instant("closesAt");
        var reason = fields.text("reason", "");
        if (!publish && emergency) fields.wrong("emergency", "緊急発信は publish:true とともに指定してください。");
        if (!publish && opensAt != null) fields.wrong("opensAt", "公開日時は publish:true とともに指定してください。");
        if (!publish && closesAt != null) fields.wrong("closesAt", "公開終了日時は publish:true とともに指定してください。");
        fields.noMore();
        fields.check();
        return new ArticleRequest(
                government,
                series,
                content,
                change,
                publish,
                emergency ? PublishingLane.EMERGENCY : PublishingLane.ORDINARY,
                opensAt,
                closesAt,
                reason);
    }

    private static Content content(Fields fields) {
        return new Content(
                fields.text("title"),
                fields.text("summary", ""),
                fields.text("body"),
                fields.texts("areas"),
                fields.texts("topics"),
                fields.textOrNull("department"),
                happening(fields.object("event")),
                fields.textOrNull("image"),
                fields.texts("attachments"),
                marks(fields));
    }

    private static Marks marks(Fields fields) {
        var marks = fields.text("marks", "").toLowerCase(Locale.ROOT);
        if (MARKS.contains(marks)) return Marks.of(marks);
        fields.wrong("marks", "drill（訓練）、test（試験）、replay（再現）のいずれかを指定してください。");
        return Marks.NONE;
    }

    private static @Nullable Happening happening(@Nullable Fields event) {
        if (event == null) return null;
        var startsAt = event.instant("startsAt");
        var endsAt = event.instant("endsAt");
        var place = event.text("place", "");
        event.noMore();
        if (startsAt == null) event.wrong("startsAt", "開始日時がありません。");
        if (place.length() > Happening.PLACE_CHARACTERS_MAX)
            event.wrong("place", "場所は%d文字以内にしてください。".formatted(Happening.PLACE_CHARACTERS_MAX));
        return startsAt == null || place.length() > Happening.PLACE_CHARACTERS_MAX
                ? null
                : new Happening(startsAt, endsAt, place);
    }
}
