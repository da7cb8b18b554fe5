package noroshi.snapshot;

/** What a page's body consists of, in order. */
public sealed interface Part {
    /** Bytes that stay. */
    record Piece(Fragment fragment) implements Part {}

    /** Filled from the snapshot's slot table ("banner/040002/full"); empty when the table has no such name. */
    record Slot(String name) implements Part {
        public Slot {
            requireName(name);
        }
    }

    /** Bytes that change at instants known when publishing. */
    record Timed(Timeline<Fragment> timeline) implements Part {}

    /**
     * Filled by the beacon when it answers a Letter, HTML-escaped: "receipt.number", "receipt.code", "receipt.copies",
     * "problems".
     */
    record Blank(String name) implements Part, Content {
        public Blank {
            requireName(name);
        }
    }

    int NAME_BYTES_MAX = 255;

    static Part piece(Fragment fragment) {
        return new Piece(fragment);
    }

    private static void requireName(String name) {
        if (name.isEmpty() || name.length() > NAME_BYTES_MAX || !name.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException(
                    "A slot or blank name is 1 to 255 printable ASCII characters, not '" + name + "'");
        }
    }
}
