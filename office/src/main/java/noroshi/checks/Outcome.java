package noroshi.checks;

/** What a rule says of a whole page, in the words of the ACT rules format. UNDECIDED: a person has to look. */
public enum Outcome {
    PASSED,
    FAILED,
    UNDECIDED,
    INAPPLICABLE
}
