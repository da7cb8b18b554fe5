package noroshi.desk;

import java.util.List;

/**
 * One 発令 or 解除 in the list.
 *
 * @param where 町字, or the whole municipality
 * @param waiting somebody has to decide it; @param own this officer proposed it
 * @param confirmation who looked at what one person decided alone, or until when somebody has to; "" where nobody has to
 * @param unconfirmed a second person has to look at it; @param mayConfirm this officer can be that person; @param mayLift and lift it
 */
public record EvacuationRow(
        long id,
        String title,
        String hazard,
        String where,
        String words,
        String proposed,
        String decision,
        List<Chip> marks,
        boolean waiting,
        boolean own,
        String confirmation,
        boolean unconfirmed,
        boolean mayConfirm,
        boolean mayLift) {}
