package noroshi.damage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import noroshi.calls.Answer;
import noroshi.calls.AnswerSource;
import noroshi.calls.Terms;
import noroshi.people.Directory;
import noroshi.people.Government;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Figures of reports of losses for the telephone: 石巻市 死者, 全壊 … Those of the newest occasions first. */
@Component
@Order(30)
class LossAnswers implements AnswerSource {

    private static final int OCCASIONS_MAX = 5;

    private final LossStore store;
    private final Directory directory;

    LossAnswers(LossStore store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    @Override
    public List<Answer> answers(Collection<String> governments, Terms terms, int max) {
        var all = directory.listGovernments();
        var answers = new ArrayList<Answer>();
        for (var prefecture : all) {
            if (!prefecture.isPrefecture()) continue;
            for (var occasion : store.occasions(prefecture.code()).stream()
                    .limit(OCCASIONS_MAX)
                    .toList()) {
                var newest = store.newest(occasion.code());
                for (var government : all)
                    if (governments.contains(government.code()))
                        figures(occasion, government, newest, terms, max - answers.size(), answers);
            }
        }
        return List.copyOf(answers);
    }

    private static void figures(
            Occasion occasion,
            Government government,
            Map<String, LossReport> newest,
            Terms terms,
            int max,
            List<Answer> answers) {
        var report = newest.get(government.code());
        if (report == null) return;
        int left = max;
        for (var figure : Figure.values()) {
            if (left <= 0) return;
            if (!terms.matches(government.name(), occasion.name(), figure.whole())) continue;
            answers.add(new Answer(
                    government.code(),
                    "被害報告",
                    "%s %s".formatted(government.name(), figure.whole()),
                    LossText.says(report, figure),
                    "%s 第%d報".formatted(occasion.name(), report.serial()),
                    report.at(),
                    report.source(),
                    report.nextUpdate(),
                    occasion.path()));
            left--;
        }
    }
}
