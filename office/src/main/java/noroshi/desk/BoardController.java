package noroshi.desk;

import java.time.InstantSource;
import noroshi.platform.Tenancy;
import noroshi.workflow.Boards;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** だれがだれを待っているか: per person and step, for how long. */
@Controller
class BoardController {

    private final Tenancy tenancy;
    private final Boards boards;
    private final InstantSource clock;

    BoardController(Tenancy tenancy, Boards boards, InstantSource clock) {
        this.tenancy = tenancy;
        this.boards = boards;
        this.clock = clock;
    }

    @GetMapping("/approvals/board")
    View show(Frame frame, Acting acting) {
        return Screen.of("board", frame)
                .with("acting", acting)
                .with("board", tenancy.in(acting.code(), () -> boards.of(acting.code(), clock.instant())));
    }
}
