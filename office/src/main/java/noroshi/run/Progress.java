package noroshi.run;

/** One line of progress for the person who waits; results go to the standard output, progress beside it. */
final class Progress {

    private Progress() {}

    static void say(String line) {
        System.err.println("noroshi: " + line);
    }
}
