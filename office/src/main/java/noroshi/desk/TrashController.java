package noroshi.desk;

import java.time.InstantSource;
import noroshi.platform.Tenancy;
import noroshi.publishing.ReviewDates;
import noroshi.publishing.Trash;
import noroshi.routes.RulesShelf;
import noroshi.routes.Staffing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** ごみ箱, and articles whose review date has come. */
@Controller
class TrashController {

    private static final int ROWS_MAX = 200;

    private final Tenancy tenancy;
    private final Trash trash;
    private final RulesShelf rules;
    private final ReviewDates reviewDates;
    private final ArticleDesk desk;
    private final InstantSource clock;

    TrashController(
            Tenancy tenancy,
            Trash trash,
            RulesShelf rules,
            ReviewDates reviewDates,
            ArticleDesk desk,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.trash = trash;
        this.rules = rules;
        this.reviewDates = reviewDates;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/trash")
    View list(Frame frame, Acting acting) {
        var government = acting.code();
        return tenancy.in(government, () -> Screen.of("trash", frame)
                .with("acting", acting)
                .with("rows", trash.list(government, ROWS_MAX))
                .with("days", rules.of(government).trashDays())
                .with("names", desk.names(government)));
    }

    @GetMapping("/articles/review-dates")
    View due(Frame frame, Acting acting) {
        var government = acting.code();
        var today = Staffing.day(clock.instant());
        return tenancy.in(government, () -> Screen.of("reviewdates", frame)
                .with("acting", acting)
                .with("today", today)
                .with("rows", reviewDates.due(government, today.plusDays(30), ROWS_MAX))
                .with("names", desk.names(government)));
    }
}
