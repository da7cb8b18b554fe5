package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import noroshi.people.Officer;
import noroshi.publishing.Article;
import noroshi.writing.UnsavedTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** 保存していない入力 and 控え: taken up again, or thrown away. */
@Controller
class ArticleKeptController {

    private final ArticleDesk desk;
    private final ArticleFormScreen screen;
    private final KeptForms kept;
    private final OnceOnly onceOnly;

    ArticleKeptController(ArticleDesk desk, ArticleFormScreen screen, KeptForms kept, OnceOnly onceOnly) {
        this.desk = desk;
        this.screen = screen;
        this.kept = kept;
        this.onceOnly = onceOnly;
    }

    @PostMapping("/write/new/kept")
    View fresh(
            Frame frame,
            Officer me,
            Acting acting,
            @RequestParam(defaultValue = "") String act,
            HttpServletRequest request) {
        return answer(frame, me, null, acting.code(), act, acting.at("/articles/new"), request);
    }

    @PostMapping("/write/articles/{id}/kept")
    View ofArticle(
            Frame frame,
            Officer me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "0") long text,
            HttpServletRequest request) {
        var article = desk.article(me, id);
        if (text > 0) {
            var aside = kept.setAside(article, text, onceOnly.name());
            return screen.of(frame, me, article, article.government(), aside.form(), request);
        }
        return answer(frame, me, article, article.government(), act, "/articles/" + article.id() + "/edit", request);
    }

    private View answer(
            Frame frame,
            Officer me,
            @Nullable Article article,
            String government,
            String act,
            String back,
            HttpServletRequest request) {
        long number = article == null ? UnsavedTexts.NEW : article.id();
        if (act.equals("discard")) {
            kept.forget(government, me, number);
            Notice.leave(request, "残っていた入力を捨てました。");
            return new RedirectView(back);
        }
        var found = kept.find(government, me, number, onceOnly.name());
        if (found.isEmpty()) return new RedirectView(back);
        return screen.of(frame, me, article, government, found.get().form(), request);
    }
}
