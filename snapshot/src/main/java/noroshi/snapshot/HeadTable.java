package noroshi.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.snapshot.Head.Header;

/** The distinct heads of one shard: records name them by number, since most pages share a few. */
final class HeadTable {
    private final Map<Head, Integer> numbers = new LinkedHashMap<>();

    int number(Head head) {
        Integer known = numbers.putIfAbsent(head, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    void write(Wire wire) {
        wire.u16(numbers.size());
        numbers.keySet().forEach(head -> write(wire, head));
    }

    static void write(Wire wire, Head head) {
        wire.text16(head.type())
                .text8(head.language() == null ? "" : head.language())
                .u8(head.more().size());
        for (Header header : head.more()) {
            wire.text8(header.name()).text16(header.value());
        }
    }

    static List<Head> read(Cursor cursor) {
        int count = cursor.u16();
        List<Head> heads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            heads.add(readHead(cursor));
        }
        return heads;
    }

    private static Head readHead(Cursor cursor) {
        String type = cursor.text16();
        String language = cursor.text8();
        int count = cursor.u8();
        List<Header> more = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            more.add(new Header(cursor.text8(), cursor.text16()));
        }
        return new Head(type, language.isEmpty() ? null : language, more);
    }
}
