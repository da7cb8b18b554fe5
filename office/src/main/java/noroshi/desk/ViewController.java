package noroshi.desk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 閲覧数: which public pages are read, and when. */
@Controller
class ViewController {

    private final ViewScreens screens;

    ViewController(ViewScreens screens) {
        this.screens = screens;
    }

    @GetMapping("/views")
    View show(Frame frame, Acting acting, @RequestParam(defaultValue = "") String period) {
        return Screen.of("views", frame)
                .with("acting", acting)
                .with("board", screens.board(acting.code(), ViewPeriod.of(period)));
    }
}
