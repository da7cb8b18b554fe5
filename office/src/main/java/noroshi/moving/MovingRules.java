package noroshi.moving;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ordered rules, applied to a page. Pure. */
record MovingRules(List<MovingRule> all) {

    MovingRules {
        all = List.copyOf(all);
    }

    /**
     * @param series null: the job's own; @param rule the number of the first rule that caught it, from 1; 0: none did
     */
    record Goes(@Nullable String series, @Nullable String department, boolean skip, int rule) {}

    Goes apply(MovingRule.Looked page) {
        String series = null;
        String department = null;
        int first = 0;
        for (int i = 0; i < all.size(); i++) {
            var rule = all.get(i);
            if (!rule.catches(page)) continue;
            if (first == 0) {
                first = i + 1;
                if (rule.skip()) return new Goes(null, null, true, first);
            }
            if (series == null) series = rule.series();
            if (department == null) department = rule.department();
        }
        return new Goes(series, department, false, first);
    }
}
