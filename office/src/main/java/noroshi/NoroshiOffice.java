package noroshi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The office: where officers write, and the origin of Snapshots. */
@SpringBootApplication
public class NoroshiOffice {

    public static void main(String[] args) {
        SpringApplication.run(NoroshiOffice.class, args);
    }
}
