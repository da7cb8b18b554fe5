package noroshi.emergency;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import noroshi.site.Banner;
import noroshi.site.BannerSource;
import org.springframework.stereotype.Component;

/** Tells the site which banners stand. Each carries its end, so that it goes by the clock at the beacons. */
@Component
class EmergencyBanners implements BannerSource {

    private static final int WORD_CHARACTERS_MAX = 20;

    private final EmergencyStore emergencies;

    EmergencyBanners(EmergencyStore emergencies) {
        this.emergencies = emergencies;
    }

    @Override
    public List<Banner> banners(String government) {
        return emergencies.listActive(government).stream()
                .map(EmergencyBanners::banner)
                .toList();
    }

    private static Banner banner(Emergency emergency) {
        return new Banner(
                warningLevel(emergency.level()),
                cut(emergency.grade()),
                "%s：%s（%s）".formatted(emergency.hazard().japanese(), emergency.grade(), emergency.place()),
                Advice.of(emergency),
                emergency.source(),
                "/%s/%s".formatted(EventArticle.SERIES, emergency.article()),
                emergency.mark().toLowerCase(Locale.ROOT),
                emergency.startedAt(),
                // At once: a replay's instants may lie a little ahead of the beacons' clocks.
                Instant.EPOCH,
                emergency.expiresAt());
    }

    /** The colours of the guideline's five levels: ours begin where people have to take care. */
    private static int warningLevel(Level level) {
        return switch (level) {
            case WATCH -> 2;
            case WARNING -> 3;
            case DANGER -> 4;
            case EMERGENCY -> 5;
        };
    }

    private static String cut(String grade) {
        return grade.length() <= WORD_CHARACTERS_MAX ? grade : grade.substring(0, WORD_CHARACTERS_MAX - 1) + "…";
    }
}
