package noroshi.channels;

/** How the attempt to deliver one mail ended. */
sealed interface Outcome {

    /** The receiving server has taken responsibility (250 after the data). */
    record Sent(String answer) implements Outcome {}

    /**
     * Never again (5xx).
     *
     * @param mailboxGone the server does not know the recipient, so the address itself is at fault
     */
    record Refused(String answer, boolean mailboxGone) implements Outcome {}

    /** Later (4xx, or no connection). */
    record RetryLater(String answer, Scope scope) implements Outcome {}

    /** What the refusal is about: this recipient, the recipient's whole domain, or the server we speak to and so every mail. */
    enum Scope {
        RECIPIENT,
        DOMAIN,
        SERVER
    }
}
