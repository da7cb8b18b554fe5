package noroshi.site;

import noroshi.platform.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class SiteConfiguration {

    @Bean(destroyMethod = "close")
    Snapshots snapshots(Settings settings) {
        return new Snapshots(settings);
    }
}
