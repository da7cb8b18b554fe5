package noroshi.channels;

/** The instants between two steps of the sender, where a test may let the process die. */
interface Moments {

    Moments UNDISTURBED = new Moments() {};

    /** The claim is committed, nothing has been sent. */
    default void claimed() {}

    /** The server has answered, the ledger does not know yet. */
    default void answered(Delivery delivery) {}
}
