package noroshi.routes;

import static noroshi.platform.Require.require;

/**
 * What a government wants of its workflow.
 *
 * @param ownText officers may approve what they wrote themselves; @param remindDays after so many days of waiting an officer is reminded
 * @param trashDays after so many days what lies in the trash is gone for good
 * @param deadLinksStop a link that leads nowhere is an error, which stops a publication; else it is only pointed out
 */
public record Rules(boolean ownText, int remindDays, int trashDays, boolean deadLinksStop) {

    public static final Rules DEFAULT = new Rules(false, 3, 30, true);
    public static final int REMIND_DAYS_MAX = 60;
    public static final int TRASH_DAYS_MAX = 3_650;

    public Rules {
        require(remindDays >= 1, "remindDays (%d)", remindDays);
        require(trashDays >= 1, "trashDays (%d)", trashDays);
    }
}
