package noroshi.channels;

import noroshi.publishing.Marks;

/** The subject of a mail: who speaks, and what kind of message it is, before what it says. */
final class Subject {

    private Subject() {}

    /** @param government its name */
    static String of(String government, Marks marks, boolean urgent, String title) {
        var mark = marks == Marks.NONE ? "" : "【" + marks.japanese() + "】";
        return "【%s】%s%s%s".formatted(government, mark, urgent ? "【緊急】" : "", title);
    }

    /** What stands above the text of a message that is not the real thing; empty when it is. */
    static String notice(Marks marks) {
        return switch (marks) {
            case NONE -> "";
            case DRILL -> "これは訓練です。実際の災害ではありません。";
            case TEST -> "これは試験配信です。実際の災害ではありません。";
            case REPLAY -> "これは過去の災害の再現です。いま起きていることではありません。";
        };
    }
}
