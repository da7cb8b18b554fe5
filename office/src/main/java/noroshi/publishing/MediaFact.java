package noroshi.publishing;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an image or an attachment, without its bytes.
 *
 * @param hash SHA-256 of the bytes, 64 hexadecimal digits; @param type the media type found in the content
 * @param width pixels; null for attachments, like height
 */
public record MediaFact(
        String hash,
        Kind kind,
        String name,
        String type,
        String extension,
        long bytes,
        @Nullable Integer width,
        @Nullable Integer height,
        String alt,
        String caption) {

    public enum Kind {
        IMAGE,
        ATTACHMENT
    }

    /** Inside a site: {@code /media/{hash}.{ext}}. */
    public String path() {
        return "/media/" + hash + "." + extension;
    }
}
