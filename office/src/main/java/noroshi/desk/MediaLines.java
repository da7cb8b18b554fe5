package noroshi.desk;

import noroshi.publishing.MediaFact;

/** The line of Markdown that shows an image or links a file of the government's own. */
final class MediaLines {

    private MediaLines() {}

    static String line(MediaFact media, String alt, String caption) {
        if (media.kind() == MediaFact.Kind.ATTACHMENT)
            return "[%s（%s：%s）](%s)"
                    .formatted(
                            words(media.name().replaceFirst("\\.[A-Za-z]{2,5}$", "")),
                            kind(media),
                            size(media.bytes()),
                            media.path());
        var shownAlt = alt.isEmpty() ? media.alt() : alt;
        var below =
                caption.isEmpty() ? "" : " \"" + caption.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return "![%s](%s%s)".formatted(words(shownAlt), media.path(), below);
    }

    private static String kind(MediaFact media) {
        return switch (media.extension()) {
            case "docx" -> "Word";
            case "xlsx" -> "Excel";
            case "csv" -> "CSV";
            case "txt" -> "テキスト";
            default -> media.extension().toUpperCase(java.util.Locale.ROOT);
        };
    }

    /** As the check of links to files expects it: KB of a thousand bytes, MB with one place. */
    private static String size(long bytes) {
        return bytes >= 1_000_000 ? "%.1fMB".formatted(bytes / 1e6) : "%dKB".formatted(Math.max(1, bytes / 1000));
    }

    private static String words(String text) {
        return text.replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace("\n", " ");
    }
}
