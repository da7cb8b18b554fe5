package noroshi.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Where time comes from. Features are given the clock and never ask the machine. */
@Configuration
@EnableScheduling
public class Time {

    public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /** For tables that people in Japan open in a spreadsheet: 2011-03-11T15:00:00+09:00; "" for none. */
    public static String written(@Nullable Instant at) {
        return at == null
                ? ""
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        at.truncatedTo(ChronoUnit.SECONDS).atZone(JAPAN).toOffsetDateTime());
    }

    @Bean
    Clock clock() {
        return Clock.system(JAPAN);
    }
}
