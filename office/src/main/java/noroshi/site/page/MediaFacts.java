package noroshi.site.page;

/** An image or attachment, without its bytes. */
public record MediaFacts(
        String hash,
        String name,
        String type,
        String extension,
        long bytes,
        int width,
        int height,
        String alt,
        String caption) {

    public boolean isImage() {
        return type.startsWith("image/");
    }

    /** The last part of the address: named by content, so it may be cached for ever. */
    public String file() {
        return hash + "." + extension;
    }
}
