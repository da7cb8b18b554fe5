package noroshi.standards.pfif;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records to a document of version 1.4. Empty fields are left out. */
final class PfifWriter {
    private final StringBuilder out = new StringBuilder(4096);

    byte[] write(PfifDocument document) {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<pfif:pfif xmlns:pfif=\"")
                .append(PfifVersion.V1_4.namespace())
                .append("\">\n");
        Map<String, List<PfifNote>> notes = new LinkedHashMap<>();
        for (PfifNote note : document.notes()) {
            notes.computeIfAbsent(note.person(), id -> new ArrayList<>()).add(note);
        }
        for (PfifPerson person : document.persons()) {
            List<PfifNote> own = notes.remove(person.id());
            person(person, own == null ? List.of() : own);
        }
        notes.values().forEach(alone -> alone.forEach(note -> note(note, "  ")));
        out.append("</pfif:pfif>\n");
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One record as an element, for documents that hold it in something else. */
    String fragment(PfifPerson person, List<PfifNote> notes) {
        person(person, notes);
        return out.toString();
    }

    String fragment(PfifNote note) {
        note(note, "  ");
        return out.toString();
    }

    private void person(PfifPerson p, List<PfifNote> notes) {
        out.append("  <pfif:person>\n");
        String in = "    ";
        field(in, "person_record_id", p.id());
        field(in, "entry_date", p.entered());
        field(in, "expiry_date", p.expires());
        author(in, p.author());
        field(in, "source_name", p.source().name());
        field(in, "source_date", p.source().date());
        field(in, "source_url", p.source().url());
        field(in, "full_name", p.name().full());
        field(in, "given_name", p.name().given());
        field(in, "family_name", p.name().family());
        field(in, "alternate_names", p.name().alternates());
        field(in, "description", p.description());
        field(in, "sex", p.sex());
        field(in, "date_of_birth", p.born());
        field(in, "age", p.age());
        home(in, p.home());
        field(in, "photo_url", p.photo());
        field(in, "profile_urls", p.profiles());
        notes.forEach(note -> note(note, in));
        out.append("  </pfif:person>\n");
    }

    private void home(String in, Home home) {
        field(in, "home_street", home.street());
        field(in, "home_neighborhood", home.neighborhood());
        field(in, "home_city", home.city());
        field(in, "home_state", home.state());
        field(in, "home_postal_code", home.postalCode());
        field(in, "home_country", home.country());
    }

    private void note(PfifNote n, String indent) {
        out.append(indent).append("<pfif:note>\n");
        String in = indent + "  ";
        field(in, "note_record_id", n.id());
        field(in, "person_record_id", n.person());
        field(in, "linked_person_record_id", n.linked());
        field(in, "entry_date", n.entered());
        author(in, n.author());
        field(in, "source_date", n.said());
        field(in, "author_made_contact", n.contact() == null ? "" : n.contact().toString());
        field(in, "status", n.status());
        field(in, "email_of_found_person", n.foundEmail());
        field(in, "phone_of_found_person", n.foundPhone());
        field(in, "last_known_location", n.location());
        field(in, "text", n.text());
        field(in, "photo_url", n.photo());
        out.append(indent).append("</pfif:note>\n");
    }

    private void author(String in, Author author) {
        field(in, "author_name", author.name());
        field(in, "author_email", author.email());
        field(in, "author_phone", author.phone());
    }

    private void field(String in, String name, @Nullable Instant at) {
        // The format's instants end with Z and have whole seconds; finer ones are cut, as its readers do.
        field(in, name, at == null ? "" : DateTimeFormatter.ISO_INSTANT.format(at.truncatedTo(ChronoUnit.SECONDS)));
    }

    private void field(String in, String name, @Nullable Enum<?> value) {
        field(in, name, value == null ? "" : value.name().toLowerCase(Locale.ROOT));
    }

    private void field(String in, String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return;
        }
        out.append(in).append("<pfif:").append(name).append('>');
        value.codePoints().forEach(this::character);
        out.append("</pfif:").append(name).append(">\n");
    }

    /** XML 1.0 §2.2: other control characters, surrogates and two non-characters cannot be written at all. */
    private void character(int c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '\r' -> out.append("&#13;");
            case '\n', '\t' -> out.append((char) c);
            default -> {
                boolean writable = c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
                out.appendCodePoint(writable ? c : 0xFFFD);
            }
        }
    }
}
