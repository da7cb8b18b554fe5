/**
 * The desk: the screens officers work at. Reads the other features' queries, hands what officers do to their use cases.
 *
 * <p>Decides nothing itself: what an officer may do, a use case says. Every screen works without JavaScript, from 320 pixels, by keyboard.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "people",
            "routes",
            "publishing",
            "workflow",
            "site",
            "letters",
            "channels",
            "inquiries",
            "lalert",
            "emergency",
            "views",
            "checks",
            "moving",
            "exports",
            "reorganisation",
            "shelters",
            "calls",
            "care",
            "damage",
            "cleaning",
            "writing",
            "forms",
            "persons"
        })
package noroshi.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
