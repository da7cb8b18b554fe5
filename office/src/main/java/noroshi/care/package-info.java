/**
 * Care: keeps what is there in order. Looks at every public page with the rules of {@code checks} after each change and once a night, follows
 * its links, finds pages that nobody reads, that say the same or that no way leads to, finds anything in the office by its words, and takes
 * drafts by mail and telephone.
 *
 * <p>Changes come through rows that triggers write in the change's own transaction ({@code care_due}); one worker takes them. Never publishes
 * and never changes a page: it tells, and what is done about it is an act of {@code publishing}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "people",
            "publishing",
            "workflow",
            "site",
            "views",
            "checks",
            "cleaning",
            "inquiries",
            "channels"
        })
package noroshi.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
