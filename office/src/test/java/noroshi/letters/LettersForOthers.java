package noroshi.letters;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets tests of other features wait for letters. */
public final class LettersForOthers {

    private LettersForOthers() {}

    public static WaitingLetters waiting(JdbcClient sql) {
        return new WaitingLetters(sql);
    }
}
