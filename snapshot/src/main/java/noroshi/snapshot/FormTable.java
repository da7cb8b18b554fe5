package noroshi.snapshot;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import noroshi.snapshot.Form.Field;
import noroshi.snapshot.Form.Kind;

/** The forms' node: mark "NFM1" | u32 count | forms sorted by name. */
final class FormTable {
    private static final int MARK = 0x4E464D31;
    static final int FORMS_MAX = 100_000;

    /** A kind's number in the format is its place here. */
    private static final List<Kind> KINDS =
            List.of(Kind.TEXT, Kind.LONGTEXT, Kind.EMAIL, Kind.CHOICE, Kind.CHOICES, Kind.TOKEN);

    private FormTable() {}

    static byte[] write(Map<String, Form> forms) {
        Wire wire = new Wire();
        wire.u32(MARK).u32(forms.size());
        new TreeMap<>(forms).values().forEach(form -> write(wire, form));
        return wire.toBytes();
    }

    private static void write(Wire wire, Form form) {
        wire.text16(form.name())
                .text16(form.acceptedPath())
                .text16(form.refusedPath())
                .u8(form.fields().size());
        for (Field field : form.fields()) {
            wire.text8(field.name()).text16(field.label()).u8(KINDS.indexOf(field.kind()));
            wire.u8(field.required() ? 1 : 0)
                    .u32(field.charactersMax())
                    .u16(field.options().size());
            field.options().forEach(wire::text16);
        }
    }

    static Map<String, Form> read(MemorySegment node) {
        Cursor cursor = new Cursor(node, 0);
        cursor.magic(MARK);
        int count = cursor.length(FORMS_MAX);
        Map<String, Form> forms = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            Form form = readForm(cursor);
            forms.put(form.name(), form);
        }
        return forms;
    }

    private static Form readForm(Cursor cursor) {
        String name = cursor.text16();
        String acceptedPath = cursor.text16();
        String refusedPath = cursor.text16();
        int count = cursor.u8();
        List<Field> fields = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            fields.add(readField(cursor));
        }
        return new Form(name, fields, acceptedPath, refusedPath);
    }

    private static Field readField(Cursor cursor) {
        String name = cursor.text8();
        String label = cursor.text16();
        int kind = cursor.u8();
        if (kind >= KINDS.size()) {
            throw new SnapshotBroken("No field has the kind " + kind);
        }
        boolean required = cursor.u8() == 1;
        int charactersMax = cursor.u32();
        int count = cursor.u16();
        List<String> options = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            options.add(cursor.text16());
        }
        return new Field(name, label, KINDS.get(kind), required, charactersMax, options);
    }
}
