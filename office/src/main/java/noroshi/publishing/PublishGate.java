package noroshi.publishing;

import java.util.List;

/**
 * What stands between a text and its readers: whoever knows how to look for errors (the checks) is asked here, so that publishing
 * need not know the checks. Runs inside a door of Tenancy; pure otherwise.
 */
public interface PublishGate {

    /** Errors only, in the order of the text; empty: it may pass. */
    List<Flaw> flaws(String government, Content content);
}
