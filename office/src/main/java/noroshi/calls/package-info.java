/**
 * Calls: the desk at the telephone. Finds public facts of every register by place and word, and keeps what was asked.
 *
 * <p>Registers offer their facts as {@link noroshi.calls.AnswerSource}s. Of a caller nothing is ever kept: no name, no number, no voice.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "people"})
package noroshi.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
