/**
 * Demo: fills an empty installation, once: with the demonstration of Miyagi, or with what a real one starts from.
 *
 * <p>Reads the files under {@code resources/noroshi/demo} (see the README there) and writes through the features' bulk doors, before
 * the office answers its first request. Never touches an installation that has a government already.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "care",
            "channels",
            "damage",
            "forms",
            "people",
            "persons",
            "platform",
            "publishing",
            "reorganisation",
            "routes",
            "shelters",
            "writing"
        })
package noroshi.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
