/**
 * Reorganisation (組織改正): a change of departments that is planned, rehearsed and done as one act.
 *
 * <p>Owns plans with their acts (新設, 移動, 統合, 分割, 廃止, 連絡先の変更) and the trace of what a plan moved. The rehearsal is a pure function of the
 * departments, what they hold and the acts; doing it is one transaction, from which the site and others hear. What a plan did can be taken back while
 * nothing contradicts. Other features whose rows name a department join in as {@link noroshi.people.DepartmentUse}.
 * Never renders a page, never writes an article's words.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "people", "publishing"})
package noroshi.reorganisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
