package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.View;

/** Shows what a screen refuses, in the frame of every screen. */
@ControllerAdvice(basePackageClasses = RefusedScreens.class)
class RefusedScreens {

    @ExceptionHandler(Refused.class)
    View refused(Refused refused, Frame frame, HttpServletRequest request) {
        return ErrorScreens.screen(
                frame, refused.status(), refused.title(), refused.text(), ErrorScreens.typed(request));
    }
}
