package noroshi.inquiries;

/** How an officer's act on an inquiry ends. In every case but {@link Done} nothing was changed. */
public sealed interface InquiryOutcome {

    record Done(Inquiry inquiry) implements InquiryOutcome {}

    /** Somebody else acted on it in the meantime; this is how it stands now. */
    record Overtaken(Inquiry now) implements InquiryOutcome {}

    /** @param reason what is wrong and what to do (Japanese) */
    record Invalid(String reason) implements InquiryOutcome {}

    /** There is no such inquiry in this government. */
    record Missing() implements InquiryOutcome {}

    /** @param reason for the officer to read (Japanese) */
    record NotAllowed(String reason) implements InquiryOutcome {}
}
