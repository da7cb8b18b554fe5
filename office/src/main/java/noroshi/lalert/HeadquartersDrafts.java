package noroshi.lalert;

import static noroshi.lalert.MakeDocument.time;

import noroshi.emergency.Headquarters;
import noroshi.emergency.HeadquartersAct;
import noroshi.emergency.HeadquartersAct.Act;
import noroshi.emergency.HeadquartersKind;
import noroshi.lalert.LalertEntry.Kind;
import noroshi.standards.lalert.Body;

/** One act of a headquarters is one revision of its document. Pure. */
final class HeadquartersDrafts {

    private HeadquartersDrafts() {}

    /** @param serial of the act to be told */
    static Draft of(Headquarters headquarters, int serial) {
        var act = headquarters.acts().get(serial - 1);
        boolean stands = act.act() != Act.DISSOLVED;
        var words = headquarters.told(serial);
        return new Draft(
                Kind.HEADQUARTERS,
                String.valueOf(act.headquarters()),
                act.mark(),
                Kind.HEADQUARTERS.japanese() + " " + (stands ? "設置" : "解散"),
                words + act.reason(),
                told(act),
                !stands,
                act.at(),
                new Body.Headquarters(
                        "",
                        "%s本部長：%s。設置場所：%s。%s".formatted(words, act.head(), act.place(), act.reason()),
                        type(act.kind()),
                        stands,
                        act.called(),
                        time(act.at())));
    }

    static String told(HeadquartersAct act) {
        return "%d\t%s".formatted(act.serial(), act.act());
    }

    /** The two words that public implementations use; the others are told by the name. */
    private static String type(HeadquartersKind kind) {
        return switch (kind) {
            case WATCH -> "警戒本部";
            case DISASTER, LOCAL, EMERGENCY -> "対策本部";
        };
    }
}
