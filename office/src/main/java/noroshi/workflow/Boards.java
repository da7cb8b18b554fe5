package noroshi.workflow;

import java.time.Instant;
import noroshi.publishing.InReview;
import noroshi.routes.RulesShelf;
import noroshi.routes.Staffing;
import org.springframework.stereotype.Component;

/** The board of a government as it stands. Reads inside a door of Tenancy. */
@Component
public class Boards {

    private final InReview inReview;
    private final Staffing staffing;
    private final RulesShelf rules;

    public Boards(InReview inReview, Staffing staffing, RulesShelf rules) {
        this.inReview = inReview;
        this.staffing = staffing;
        this.rules = rules;
    }

    public Board of(String government, Instant now) {
        return Board.of(inReview.list(government), staffing.at(government, now), rules.of(government), now);
    }
}
