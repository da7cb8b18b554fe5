package noroshi.desk;

/** What stands in the fields of the search. */
public record FindAsked(
        String words, String kind, String state, String series, String department, String from, String until) {

    /** For links to further pages. */
    String query() {
        return "q=%s&kind=%s&state=%s&series=%s&department=%s&from=%s&until=%s"
                .formatted(
                        CareWords.encoded(words),
                        CareWords.encoded(kind),
                        CareWords.encoded(state),
                        CareWords.encoded(series),
                        CareWords.encoded(department),
                        CareWords.encoded(from),
                        CareWords.encoded(until));
    }
}
