package noroshi.checks;

/**
 * A file that a text links to.
 *
 * @param extension lower case without the dot: pdf, docx, xlsx, csv; @param isTagged of a PDF: its structure can be read aloud; else true
 */
public record LinkedFile(String extension, long bytes, boolean isTagged) {

    /** As it stands behind a link's words: PDF：120KB. */
    public String described() {
        var type =
                switch (extension) {
                    case "docx", "doc" -> "Word";
                    case "xlsx", "xls" -> "Excel";
                    default -> extension.toUpperCase(java.util.Locale.ROOT);
                };
        return type + "："
                + (bytes >= 1_000_000 ? "%.1fMB".formatted(bytes / 1e6) : "%dKB".formatted(Math.max(1, bytes / 1000)));
    }
}
