package noroshi.damage;

import java.time.Instant;

/**
 * A damaged thing as it stands.
 *
 * @param version grows with each correction of the subject; @param report the one that holds now
 */
public record Damage(String government, long id, int version, Subject subject, Report report, Instant changedAt) {

    public Told told() {
        return report.told();
    }

    public State state() {
        return told().state();
    }

    /** 断水, 通行規制 … */
    public String says() {
        return subject.kind().says(state());
    }

    /** The path of its public page. */
    public String path() {
        return "/damage/" + id;
    }
}
