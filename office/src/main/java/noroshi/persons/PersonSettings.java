package noroshi.persons;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How persons are published ({@code noroshi.persons.*}).
 *
 * @param searchKeys files with the public halves of the search keys of beacons that are trusted with names
 */
@ConfigurationProperties("noroshi.persons")
record PersonSettings(@DefaultValue List<Path> searchKeys) {

    PersonSettings {
        searchKeys = List.copyOf(searchKeys);
    }
}
