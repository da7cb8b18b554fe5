/**
 * Page forms (定型フォーム): articles of a series whose content is typed fields that officers defined: tenders, events, facilities.
 *
 * <p>A form belongs to one series. Its articles keep their typed values per edition and write their body from them, so that approval,
 * publication, mails and feeds know nothing of forms. The public entries are also tables sorted and filtered by field, and open data.
 * Each change of a definition is a new version; an edition keeps the version it was written with.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "people", "publishing", "site"})
package noroshi.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
