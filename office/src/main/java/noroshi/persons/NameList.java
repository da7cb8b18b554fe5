package noroshi.persons;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names that are made public together.
 *
 * @param event what happened, e.g. 令和8年3月11日の地震
 * @param editedBy numbers of all officers who wrote what is to be approved
 * @param persons in the order in which they are shown; protected ones are not among them
 * @param nextUpdate when the public may expect the next; null: not promised
 */
public record NameList(
        long id,
        String government,
        Kind kind,
        String event,
        State state,
        Set<Long> editedBy,
        Instant draftedAt,
        @Nullable Instant approvedAt,
        @Nullable Instant nextUpdate,
        int version,
        List<PersonRecord> persons) {

    public NameList {
        editedBy = Set.copyOf(editedBy);
        persons = List.copyOf(persons);
    }

    public String title() {
        return kind.japanese + "の氏名（" + event + "）";
    }

    public String path() {
        return "/anpi/" + id;
    }

    /** Whom a list names, and who must have agreed. Source: the cabinet office's guideline of 2023 on publishing such names. */
    public enum Kind {
        /** Nobody can reach them; naming them finds them. Needs no consent, but nobody who refused. */
        UNACCOUNTED("安否不明者"),
        /** Lost in the disaster; the family was asked, and did not refuse. */
        MISSING("行方不明者"),
        /** The family has agreed. */
        DEAD("死者");

        private final String japanese;

        Kind(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        /** What an officer reads before a list is approved. */
        public String rule() {
            return switch (this) {
                case UNACCOUNTED -> "同意がなくても公表できます。公表しないと言われた人、閲覧制限のある人は載せられません。";
                case MISSING -> "家族の意向を確かめてください。公表しないと言われた人、閲覧制限のある人は載せられません。";
                case DEAD -> "遺族の同意がある人だけを載せられます。閲覧制限のある人は載せられません。";
            };
        }

        boolean allows(Consent consent) {
            return switch (this) {
                case UNACCOUNTED, MISSING -> consent != Consent.REFUSED;
                case DEAD -> consent == Consent.GIVEN;
            };
        }
    }

    /** Where the list stands. */
    public enum State {
        DRAFT("承認待ち"),
        PUBLIC("公表中"),
        WITHDRAWN("公表終了");

        private final String japanese;

        State(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
