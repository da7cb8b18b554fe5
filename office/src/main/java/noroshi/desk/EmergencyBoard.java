package noroshi.desk;

import java.util.List;

/**
 * The screen of emergencies and telegrams.
 *
 * @param receives telegrams come to this government
 * @param mayHandIn this officer may hand telegrams in
 * @param demo past telegrams may be shown as if they came now
 * @param unconfirmed how many evacuation decisions wait for a second person, as a sentence; "": none
 * @param replayNow the time that a running replay shows; "" when none runs
 */
public record EmergencyBoard(
        List<Standing> standing,
        List<Row> telegrams,
        boolean receives,
        boolean mayHandIn,
        boolean mayPost,
        boolean demo,
        String unconfirmed,
        String replayNow) {

    /** @param level 1 to 4; @param article address of the public page, "" without one; @param timeline address in the office */
    public record Standing(
            String hazard,
            int level,
            String levelWord,
            String grade,
            String place,
            List<Chip> marks,
            String since,
            String until,
            String article,
            String phase,
            String timeline) {}

    /** @param article address in the office, "" without one */
    public record Row(String kind, String title, String reported, String received, List<Chip> marks, String article) {}
}
