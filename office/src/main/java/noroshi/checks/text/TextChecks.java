package noroshi.checks.text;

import java.util.List;
import java.util.Set;
import noroshi.checks.Draft;
import noroshi.checks.Finding;

/** All rules over what an officer writes. */
public final class TextChecks {

    private TextChecks() {}

    public static List<Finding> draft(Draft draft) {
        var body = draft.body().length() <= Draft.BODY_CHARACTERS_MAX
                ? draft.body()
                : draft.body().substring(0, Draft.BODY_CHARACTERS_MAX);
        var text = SourceText.of(body);
        var remarks = new Remarks(body);
        StructureChecks.look(text, draft, remarks);
        words(text, draft.places(), remarks);
        return remarks.inOrder();
    }

    /** A text without markup: a title, a summary, a caption. */
    public static List<Finding> plain(String words, Set<String> places) {
        var remarks = new Remarks(words);
        words(SourceText.plain(words), places, remarks);
        return remarks.inOrder();
    }

    private static void words(SourceText text, Set<String> places, Remarks remarks) {
        CharacterChecks.look(text, remarks);
        DateChecks.look(text, remarks);
        WordChecks.look(text, remarks);
        PlaceNameChecks.look(text, places, remarks);
    }
}
