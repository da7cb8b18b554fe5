package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import noroshi.people.Officer;
import noroshi.publishing.Article;
import noroshi.publishing.Editing;
import noroshi.publishing.Edition;
import org.springframework.stereotype.Component;

/** Who edits an article, as the form sees it: the screen of the other one, and what becomes of a text that came too late. */
@Component
class EditingDesk {

    private final Editing editing;
    private final KeptForms kept;
    private final InstantSource clock;

    EditingDesk(Editing editing, KeptForms kept, InstantSource clock) {
        this.editing = editing;
        this.kept = kept;
        this.clock = clock;
    }

    Optional<Editing.Lock> begin(Article article, Officer me) {
        return editing.begin(article, me, clock.instant());
    }

    void end(Article article, Officer me) {
        editing.end(article, me);
    }

    static Screen locked(Frame frame, Article article, Edition newest, Editing.Lock lock) {
        return Screen.of("lockedform", frame)
                .with("article", article)
                .with("newest", newest)
                .with("lock", lock);
    }

    /** Keeps the text of whoever was taken over from; what to tell them. */
    String keep(Article article, Officer me, ArticleForm form, HttpServletRequest request, Editing.Lock other) {
        boolean beside = kept.setAside(article, me, form, request, clock.instant());
        return "%sさんが編集を引き継いでいるため、まだ保存していません。あなたの文章は下の欄にあり%s。保存するには、記事の画面から編集を引き継いでください。"
                .formatted(other.name(), beside ? "、控えとしても残しました（記事の画面の「書きかけの控え」）" : "ますが、長すぎるため控えとしては残せません");
    }
}
