package noroshi.channels;

/** The subject of a mail: who speaks, and what kind of message it is, before what it says. */
final class Subject {

    private Subject() {}

    static String of(String government, Marks marks, boolean urgent, String title) {
        return "【%s】%s%s%s".formatted(government, marks.tag(), urgent ? "【緊急】" : "", title);
    }
}
