package noroshi.moving;

/** What the worker does for a job in one of its states: a piece of it in one transaction, then it asks again. */
interface Step {

    MovingState state();

    /** Does the next piece. When nothing is left it moves the job to its next state. */
    void next(MovingJob job);
}
