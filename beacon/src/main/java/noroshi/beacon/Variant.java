package noroshi.beacon;

import java.util.Locale;

/** How a page is shown, from heavy to light. The snapshot keeps each variant's records under a prefix of its own. */
enum Variant {
    FULL("", "通常版"),
    LITE("/l", "軽量版"),
    TEXT("/t", "テキスト版");

    final String prefix;
    final String japanese;

    Variant(String prefix, String japanese) {
        this.prefix = prefix;
        this.japanese = japanese;
    }

    /** @param path canonical, inside a site */
    static Variant of(String path) {
        if (path.startsWith("/l/") || path.equals("/l")) return LITE;
        return path.startsWith("/t/") || path.equals("/t") ? TEXT : FULL;
    }

    /** What a root's mode commands; a mode that says nothing of variants commands nothing. */
    static Variant commandedBy(String mode) {
        return switch (mode) {
            case "lite" -> LITE;
            case "text" -> TEXT;
            default -> FULL;
        };
    }

    Variant lighter() {
        return values()[Math.min(TEXT.ordinal(), ordinal() + 1)];
    }

    Variant heavier() {
        return values()[Math.max(FULL.ordinal(), ordinal() - 1)];
    }

    boolean isLighterThan(Variant other) {
        return ordinal() > other.ordinal();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
