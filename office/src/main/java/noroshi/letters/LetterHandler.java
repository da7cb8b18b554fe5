package noroshi.letters;

import noroshi.letter.Letter;

/** A feature's ear for one form: a bean. */
public interface LetterHandler {

    /** The form's name, as in the snapshot. */
    String form();

    /**
     * Acts, inside the transaction that stores the Letter, in the tenancy of the site it was sent from. Nothing may leave the
     * database here: announce or write a dispatch instead. What is thrown undoes the act, and the Letter is tried again.
     * The fields were checked by a beacon, but that may be an old or a hostile one: check what matters.
     */
    Understanding handle(Letter letter);

    /** Whether the Letter made sense. */
    sealed interface Understanding {

        Understanding ACTED = new Acted();

        record Acted() implements Understanding {}

        /** @param reason for the officer who will look at the Letter (Japanese) */
        record NotUnderstood(String reason) implements Understanding {}

        /**
         * It came too early: kept like one that is not understood, and handled again once {@link WaitingLetters#wake} is called.
         *
         * @param what a name of what must come first, the same for both
         */
        record Waits(String what, String reason) implements Understanding {}
    }
}
