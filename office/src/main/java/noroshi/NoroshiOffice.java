package noroshi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The office: where officers write, and the origin of Snapshots. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class NoroshiOffice {

    public static void main(String[] args) {
        SpringApplication.run(NoroshiOffice.class, args);
    }
}
