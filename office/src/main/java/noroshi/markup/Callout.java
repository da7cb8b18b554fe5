package noroshi.markup;

import java.util.Arrays;
import java.util.Optional;
import org.commonmark.node.CustomBlock;

/** A box that stands out: {@code :::注意 停電のおそれ}, lines, {@code :::}. */
public final class Callout extends CustomBlock {

    public enum Kind {
        CAUTION("注意"),
        IMPORTANT("重要"),
        NOTICE("お知らせ"),
        CONTACT("連絡先");

        private final String japanese;

        Kind(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final String written;

    Callout(String written) {
        this.written = written.strip();
    }

    private Optional<Kind> named() {
        return Arrays.stream(Kind.values())
                .filter(kind -> written.startsWith(kind.japanese()))
                .findFirst();
    }

    boolean isKnown() {
        return named().isPresent();
    }

    public Kind kind() {
        return named().orElse(Kind.NOTICE);
    }

    /** What stands at its top: the kind, and the author's words behind it. */
    public String name() {
        if (named().isEmpty()) return written;
        var words = written.substring(kind().japanese().length()).strip();
        return words.isEmpty() ? kind().japanese() : kind().japanese() + "：" + words;
    }
}
