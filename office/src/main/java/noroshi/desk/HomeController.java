package noroshi.desk;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import noroshi.site.Banner;
import noroshi.site.BannerSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The first screen: what needs this officer today, and the ways to write. */
@Controller
class HomeController {

    private final Tenancy tenancy;
    private final ArticleDesk desk;
    private final HomeTasks tasks;
    private final List<BannerSource> banners;
    private final InstantSource clock;

    HomeController(
            Tenancy tenancy, ArticleDesk desk, HomeTasks tasks, List<BannerSource> banners, InstantSource clock) {
        this.tenancy = tenancy;
        this.desk = desk;
        this.tasks = tasks;
        this.banners = banners;
        this.clock = clock;
    }

    @GetMapping("/")
    View home(Frame frame, Officer me) {
        var government = me.government();
        var waiting = tasks.of(me, desk.names(government));
        return Screen.of("home", frame)
                .with("me", me)
                .with("today", Moments.dayWithEra(clock.instant()))
                .with("groups", groups(waiting))
                .with("waiting", waiting.size())
                .with("banners", banners(government));
    }

    private static List<HomeGroup> groups(List<HomeTask> waiting) {
        return Arrays.stream(HomeTask.Urgency.values())
                .map(urgency -> new HomeGroup(
                        urgency,
                        waiting.stream()
                                .filter(task -> task.urgency() == urgency)
                                .toList()))
                .filter(group -> !group.tasks().isEmpty())
                .toList();
    }

    /** As the public pages: what is real first, then the gravest, then the newest. */
    private List<Banner> banners(String government) {
        return tenancy.everywhere(() -> banners.stream()
                .flatMap(source -> source.banners(government).stream())
                .sorted(Comparator.comparing((Banner banner) -> !banner.mark().isEmpty())
                        .thenComparing(Comparator.comparingInt(Banner::level).reversed())
                        .thenComparing(Comparator.comparing(Banner::issuedAt).reversed()))
                .toList());
    }
}
