package noroshi.standards.pfif;

import java.time.Instant;
import java.util.regex.Pattern;

/** Fields to records. Whatever is wrong is thrown as a Japanese sentence. */
final class RecordReader {
    private static final Pattern BORN = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final Pattern AGE = Pattern.compile("\\d{1,3}(-\\d{1,3})?");
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

    private RecordReader() {}

    static PfifPerson person(Fields f) {
        return new PfifPerson(
                f.text("person_record_id"),
                f.instant("entry_date"),
                f.instant("expiry_date"),
                author(f),
                new Source(f.text("source_name"), f.instant("source_date"), f.text("source_url")),
                new PfifName(
                                f.text("full_name"),
                                f.text("given_name"),
                                f.text("family_name"),
                                f.text("alternate_names"))
                        .withFull(),
                f.description(),
                f.choice("sex", PfifSex.class),
                f.matching("date_of_birth", BORN, "生年月日は 1970、1970-01、1970-01-31 のどれかの形にしてください"),
                f.matching("age", AGE, "年齢は 40 か 35-45 のように書いてください"),
                home(f),
                f.text("photo_url"),
                f.text("profile_urls"));
    }

    private static Home home(Fields f) {
        return new Home(
                f.text("home_street"),
                f.text("home_neighborhood"),
                f.text("home_city"),
                f.text("home_state"),
                f.text("home_postal_code"),
                f.matching("home_country", COUNTRY, "国は2文字の符号（JPなど）にしてください"));
    }

    /** {@code enclosing}: the person the note stands in, or empty. */
    static PfifNote note(Fields f, String enclosing) {
        Instant said = f.instant("source_date");
        if (said == null) {
            throw new IllegalArgumentException("source_date（書かれた日時）がありません");
        }
        String named = f.text("person_record_id");
        if (!enclosing.isEmpty() && !named.isEmpty() && !named.equals(enclosing)) {
            throw new IllegalArgumentException("別の人（%s）についての記録が、この人の中にあります".formatted(Fields.shortened(named)));
        }
        return new PfifNote(
                f.text("note_record_id"),
                named.isEmpty() ? enclosing : named,
                f.textOrNull("linked_person_record_id"),
                f.instant("entry_date"),
                author(f),
                said,
                f.bool("author_made_contact"),
                f.choice("status", PfifStatus.class),
                f.text("email_of_found_person"),
                f.text("phone_of_found_person"),
                f.text("last_known_location"),
                f.text("text"),
                f.text("photo_url"));
    }

    private static Author author(Fields f) {
        return new Author(f.text("author_name"), f.text("author_email"), f.text("author_phone"));
    }
}
