package noroshi.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import noroshi.site.Banner;
import noroshi.site.BannerSource;
import org.springframework.stereotype.Component;

/** Tells the site which banners stand. Each carries its end, so that it goes by the clock at the beacons. */
@Component
class EmergencyBanners implements BannerSource {

    private static final int WORD_CHARACTERS_MAX = 20;

    private static final int TEXT_CHARACTERS_MAX = 120;

    /** A headquarters may stand for a year; on every page it stands a day after each act, then on its own page only. */
    static final Duration HEADQUARTERS_SHOWN = Duration.ofHours(24);

    private final EmergencyStore emergencies;
    private final HeadquartersStore headquarters;

    EmergencyBanners(EmergencyStore emergencies, HeadquartersStore headquarters) {
        this.emergencies = emergencies;
        this.headquarters = headquarters;
    }

    @Override
    public List<Banner> banners(String government) {
        return Stream.concat(
                        emergencies.listActive(government).stream().map(EmergencyBanners::banner),
                        headquarters.newest(government, LeadHeadquarters.LISTED_MAX).stream()
                                .filter(Headquarters::stands)
                                .map(EmergencyBanners::banner))
                .toList();
    }

    private static Banner banner(Headquarters headquarters) {
        var newest = headquarters.newest();
        return new Banner(
                newest.kind() == HeadquartersKind.WATCH ? 2 : 3,
                newest.kind().japanese(),
                headquarters.told(newest.serial()).replaceFirst("。$", ""),
                cut(newest.reason().replaceAll("\\s+", " "), TEXT_CHARACTERS_MAX),
                newest.government(),
                HeadquartersPages.PATH,
                newest.mark(),
                newest.at(),
                Instant.EPOCH,
                newest.recordedAt().plus(HEADQUARTERS_SHOWN));
    }

    private static Banner banner(Emergency emergency) {
        return new Banner(
                warningLevel(emergency.level()),
                cut(emergency.grade(), WORD_CHARACTERS_MAX),
                "%s：%s（%s）".formatted(emergency.hazard().japanese(), emergency.grade(), emergency.shortPlace()),
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

    private static String cut(String text, int charactersMax) {
        return text.length() <= charactersMax ? text : text.substring(0, charactersMax - 1) + "…";
    }
}
