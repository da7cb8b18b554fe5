package noroshi.publishing;

import java.util.ArrayList;
import java.util.List;
import noroshi.people.Directory;
import noroshi.publishing.Outcome.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is wrong with what an author wrote: every problem at once, each with its field and the next step. */
@Component
class ContentCheck {

    private final Directory directory;
    private final JdbcClient sql;

    ContentCheck(Directory directory, JdbcClient sql) {
        this.directory = directory;
        this.sql = sql;
    }

    List<Problem> problems(String government, Content content) {
        var problems = new ArrayList<Problem>();
        words(content, problems);
        codes(government, content, problems);
        media(government, content, problems);
        when(content.happening(), problems);
        return problems;
    }

    private static void words(Content content, List<Problem> problems) {
        if (content.title().isBlank()) problems.add(new Problem("title", "題名がありません。記事の題名を入力してください。"));
        if (content.title().lines().count() > 1) problems.add(new Problem("title", "題名に改行があります。1行で入力してください。"));
        length("title", "題名", content.title(), Content.TITLE_CHARACTERS_MAX, problems);
        length("summary", "要約", content.summary(), Content.SUMMARY_CHARACTERS_MAX, problems);
        if (content.body().isBlank()) problems.add(new Problem("body", "本文がありません。本文を入力してください。"));
        for (var wide : WideTables.in(content.body()))
            problems.add(new Problem("body", "%d行目の%s".formatted(wide.line(), wide.message())));
        length("body", "本文", content.body(), Content.BODY_CHARACTERS_MAX, problems);
        control("title", content.title(), problems);
        control("summary", content.summary(), problems);
        control("body", content.body(), problems);
    }

    private void codes(String government, Content content, List<Problem> problems) {
        count("areas", "地域", content.areas(), Content.AREAS_MAX, problems);
        count("topics", "分野", content.topics(), Content.TOPICS_MAX, problems);
        for (var area : directory.unknownAreas(content.areas()))
            problems.add(new Problem(
                    "areas/" + content.areas().indexOf(area),
                    "地域コード「%s」はありません。全国地方公共団体コード6桁などを GET /api/v1/areas で確かめてください。".formatted(shortened(area))));
        for (var topic : directory.unknownTopics(content.topics()))
            problems.add(new Problem(
                    "topics/" + content.topics().indexOf(topic),
                    "分野「%s」はありません。分野の一覧から選んでください。".formatted(shortened(topic))));
        var department = content.department();
        if (department != null
                && directory.findDepartment(government, department).isEmpty())
            problems.add(new Problem("department", unknown(government, department)));
    }

    private String unknown(String government, String department) {
        return directory
                .findResponsible(government, department)
                .map(heir -> "課室「%s」は組織改正でなくなりました。引き継いだ「%s」を選んでください。".formatted(shortened(department), heir.name()))
                .orElse("課室「%s」はこの団体にありません。課室の一覧から選んでください。".formatted(shortened(department)));
    }

    private void media(String government, Content content, List<Problem> problems) {
        count("attachments", "添付ファイル", content.attachments(), Content.ATTACHMENTS_MAX, problems);
        if (content.image() != null && !"image".equals(kind(government, content.image())))
            problems.add(new Problem("image", "画像「%s」は登録されていません。先に画像を登録してください。".formatted(shortened(content.image()))));
        for (int i = 0; i < content.attachments().size(); i++)
            if (kind(government, content.attachments().get(i)) == null)
                problems.add(new Problem(
                        "attachments/" + i,
                        "添付ファイル「%s」は登録されていません。先にファイルを登録してください。"
                                .formatted(shortened(content.attachments().get(i)))));
    }

    private @Nullable String kind(String government, String media) {
        return sql.sql("select kind from media where government = :government and hash = :hash")
                .param("government", government)
                .param("hash", media)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static void when(@Nullable Happening happening, List<Problem> problems) {
        if (happening == null || happening.endsAt() == null) return;
        if (happening.endsAt().isBefore(happening.startsAt()))
            problems.add(new Problem("event/endsAt", "終了日時が開始日時より前です。日時を確かめてください。"));
    }

    private static void length(String field, String name, String text, int max, List<Problem> problems) {
        if (text.length() > max)
            problems.add(new Problem(field, "%sが%,d文字あります。%,d文字以内にしてください。".formatted(name, text.length(), max)));
    }

    private static void count(String field, String name, List<String> values, int max, List<Problem> problems) {
        if (values.size() > max)
            problems.add(new Problem(field, "%sが%d件あります。%d件以内にしてください。".formatted(name, values.size(), max)));
    }

    private static void control(String field, String text, List<Problem> problems) {
        // PostgreSQL refuses U+0000, XML and feeds refuse most of the others.
        if (text.chars().anyMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t' || c == 0xFFFE || c == 0xFFFF))
            problems.add(new Problem(field, "表示できない制御文字が含まれています。文字を削除してください。"));
        if (!text.equals(new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8)))
            problems.add(new Problem(field, "壊れた文字（対にならないサロゲート）が含まれています。文字を入力し直してください。"));
    }

    private static String shortened(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }
}
