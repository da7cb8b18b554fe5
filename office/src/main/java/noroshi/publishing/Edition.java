package noroshi.publishing;

import static noroshi.platform.Require.require;

import java.time.Instant;

/** One immutable version of an article. Numbers start at 1 and only grow. */
public record Edition(
        String government,
        long article,
        int number,
        Content content,
        Change change,
        long writtenBy,
        Instant writtenAt) {

    public Edition {
        require(number >= 1, "edition number (%d) starts at 1", number);
    }

    public String title() {
        return content.title();
    }
}
