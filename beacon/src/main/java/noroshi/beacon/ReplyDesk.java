package noroshi.beacon;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Map;
import noroshi.letter.LetterBroken;
import noroshi.letter.Receipt;
import noroshi.letter.Reply;
import noroshi.snapshot.Answer.Found;
import noroshi.snapshot.Content;
import noroshi.snapshot.Form;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.Key;
import noroshi.snapshot.Snapshot;
import noroshi.snapshot.SnapshotBroken;

/** Finds and opens the Reply for a receipt's code. Works with the office gone: everything needed is in the snapshot. */
final class ReplyDesk {

    private static final String FORM = "receipt";
    private static final String CODE = "code";

    sealed interface Outcome {
        record Read(byte[] page) implements Outcome {}

        record NoneYet() implements Outcome {}

        /** It is there, but its bytes on this disk are not the signed ones. */
        record Damaged() implements Outcome {}

        record WrongCode(Form.Problem problem) implements Outcome {}
    }

    private ReplyDesk() {}

    /** The form named "receipt", or "receipt/…" where sites have their own. */
    static boolean isFor(Form form) {
        return form.name().equals(FORM) || form.name().startsWith(FORM + "/");
    }

    static Outcome find(Snapshot snapshot, String site, Map<String, String> fields, Instant now) {
        String code = Receipt.code(fields.getOrDefault(CODE, ""));
        if (code == null)
            return new Outcome.WrongCode(
                    new Form.Problem(CODE, "確認符号", "「確認符号」が正しくありません。受付のときに表示された24文字の英数字をお確かめください。"));
        try {
            if (!(snapshot.resolve(Key.of(site, Reply.path(code)), now) instanceof Found found))
                return new Outcome.NoneYet();
            return new Outcome.Read(Reply.open(code, bytes(found)));
        } catch (LetterBroken | SnapshotBroken damaged) {
            System.getLogger("noroshi.beacon").log(System.Logger.Level.WARNING, "A reply does not open", damaged);
            return new Outcome.Damaged();
        }
    }

    private static byte[] bytes(Found found) {
        var all = new ByteArrayOutputStream();
        for (Content content : found.body()) if (content instanceof Fragment fragment) all.writeBytes(fragment.plain());
        return all.toByteArray();
    }
}
