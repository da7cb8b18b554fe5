/**
 * Inquiries: what residents ask a department, and the answer.
 *
 * <p>Owns inquiries and their steps. An inquiry arrives as a Letter; its number is the receipt's. Each change renews the
 * Reply, which the resident reads with the receipt's code at any beacon, also with the office gone. Never tells anyone
 * else what was asked, never sends mail itself: that is a dispatch of channels.
 *
 * <p>For screens: {@link noroshi.inquiries.Inquiries} (inbox, one inquiry with its steps) and the use cases
 * {@code AssignInquiry}, {@code ForwardInquiry}, {@code AnswerInquiry}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "people", "letters", "channels"})
package noroshi.inquiries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
