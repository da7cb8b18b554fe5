package noroshi.letter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came in through a form, checked and cleaned by the beacon, before it is sealed.
 *
 * @param site          6-digit government code of the page it was sent from
 * @param form          the form's name
 * @param receivedAt    the beacon's clock, in milliseconds
 * @param fields        the form's fields; several choices are lines of one value
 * @param receiptNumber what the sender was told, public
 * @param receiptCode   what the sender was told, secret: the office derives the Reply's name and key from it
 */
public record Letter(
        LetterId id,
        String site,
        String form,
        Instant receivedAt,
        Map<String, String> fields,
        String receiptNumber,
        String receiptCode) {
    public static final int BYTES_MAX = 1 << 20;
    private static final int MARK = 0x4E4C5431;
    private static final int FIELDS_MAX = 1000;

    public Letter {
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
        fields = Map.copyOf(fields);
    }

    /** mark "NLT1" | id | site | form | u64 received | number | code | u16 fields | (name, u32 length, value) by name. */
    public byte[] write() {
        Out out = new Out().u32(MARK).id(id).text16(site).text16(form).u64(receivedAt.toEpochMilli());
        out.text16(receiptNumber).text16(receiptCode).u16(fields.size());
        new TreeMap<>(fields)
                .forEach((name, value) -> out.text16(name).block32(value.getBytes(StandardCharsets.UTF_8)));
        byte[] bytes = out.toBytes();
        if (bytes.length > BYTES_MAX) {
            throw new IllegalArgumentException(
                    "A letter of %d bytes is over the limit of %d".formatted(bytes.length, BYTES_MAX));
        }
        return bytes;
    }

    public static Letter read(byte[] bytes) {
        In in = new In(bytes);
        in.mark(MARK);
        LetterId id = in.id();
        String site = in.text16();
        String form = in.text16();
        Instant receivedAt = Instant.ofEpochMilli(in.u64());
        String number = in.text16();
        String code = in.text16();
        int count = in.u16();
        Map<String, String> fields = new TreeMap<>();
        for (int i = 0; i < Math.min(count, FIELDS_MAX); i++) {
            String name = in.text16();
            fields.put(name, new String(in.block32(BYTES_MAX), StandardCharsets.UTF_8));
        }
        in.end();
        return new Letter(id, site, form, receivedAt, fields, number, code);
    }
}
