package noroshi.persons;

import java.security.SecureRandom;
import java.time.InstantSource;
import noroshi.platform.Settings;
import noroshi.site.PublicRecords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the publishing of the sealed index together. */
@Configuration
class PersonConfiguration {

    @Bean
    PublicIndexListener publicIndexListener(
            PublicIndex index, PersonSettings own, Settings settings, PublicRecords records, InstantSource clock) {
        return new PublicIndexListener(
                index, own.searchKeys(), settings.defaultSite(), new SecureRandom(), clock, records::put);
    }
}
