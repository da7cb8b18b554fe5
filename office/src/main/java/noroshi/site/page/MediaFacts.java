package noroshi.site.page;

/** An image or attachment, without its bytes. */
public record MediaFacts(
        String hash, String name, String type, long bytes, int width, int height, String alt, String caption) {

    public boolean isImage() {
        return type.startsWith("image/");
    }

    /** The last part of the address: named by content, so it may be cached for ever. */
    public String file() {
        return hash + "." + extension();
    }

    private String extension() {
        int dot = name.lastIndexOf('.');
        var end = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(java.util.Locale.ROOT);
        return end.matches("[a-z0-9]{1,8}") ? end : "bin";
    }
}
