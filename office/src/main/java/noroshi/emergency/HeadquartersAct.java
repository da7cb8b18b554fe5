package noroshi.emergency;

import java.time.Instant;
import noroshi.publishing.Marks;

/**
 * What was done to a headquarters, and how it stands after it.
 *
 * @param headquarters the government's own number of it; @param serial 1 is its establishment
 * @param name where it bears another name than its kind, else ""
 * @param event the emergency that it is for, "": none
 * @param head its 本部長, as readers know them; @param reason of this act
 * @param at when it happened; @param recordedAt when an officer wrote it down
 */
public record HeadquartersAct(
        String government,
        int headquarters,
        int serial,
        Act act,
        HeadquartersKind kind,
        String name,
        String event,
        String place,
        String head,
        String reason,
        String mark,
        Instant at,
        Instant recordedAt) {

    /** What can be done to it. */
    public enum Act {
        ESTABLISHED("設置"),
        CHANGED("変更"),
        DISSOLVED("解散");

        private final String japanese;

        Act(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    /** 災害対策本部, or the name that it bears. */
    public String called() {
        return name.isEmpty() ? kind.japanese() : name;
    }

    /** The same with 【訓練】 or the like before it where it is not the real thing. */
    public String title() {
        return marked() + called();
    }

    /** 【訓練】, or nothing for the real thing. */
    String marked() {
        var marks = Marks.of(mark);
        return marks == Marks.NONE ? "" : "【" + marks.japanese() + "】";
    }

    /** 災害警戒本部を災害対策本部に改めました: what happened since the act before. */
    String since(HeadquartersAct before) {
        if (act == Act.DISSOLVED) return before.called() + "を解散しました。";
        if (!called().equals(before.called())) return "%sを%sに改めました。".formatted(before.called(), called());
        return called() + "の体制を改めました。";
    }

    /** The first one's words. */
    String founded() {
        return called() + "を設置しました。";
    }
}
