package noroshi.people;

/** How an act on an officer's account ends. */
public sealed interface OfficerOutcome {

    record Done(Officer officer) implements OfficerOutcome {}

    /** Nothing was changed. @param field login, name, department, roles, password or officer; @param reason Japanese */
    record Refused(String field, String reason) implements OfficerOutcome {}
}
