package noroshi.publishing;

import static noroshi.platform.Require.require;

import org.jspecify.annotations.Nullable;

/**
 * A named stream of articles with its own rules.
 *
 * @param layout news, magazine, blog, video, newsletter, works or tourism
 * @param approvals how many officers other than the author must approve an edition
 */
public record Series(
        String government,
        String code,
        String name,
        String description,
        String layout,
        @Nullable String department,
        @Nullable String topic,
        int approvals) {

    public Series {
        require(approvals >= 0, "approvals (%d)", approvals);
    }
}
