package noroshi.shelters;

import java.security.GeneralSecurityException;
import java.util.Base64;
import noroshi.letter.Letter;
import noroshi.letters.LetterHandler;
import noroshi.letters.WaitingLetters;
import noroshi.platform.Audit;
import org.springframework.stereotype.Component;

/** A telephone brings its public key and the code of a shelter's sheet: from now on it may report for that shelter. */
@Component
class EnrolmentLetter implements LetterHandler {

    private static final int LABEL_CHARACTERS_MAX = 60;

    private final PassStore passes;
    private final WaitingLetters waiting;
    private final Audit audit;

    EnrolmentLetter(PassStore passes, WaitingLetters waiting, Audit audit) {
        this.passes = passes;
        this.waiting = waiting;
        this.audit = audit;
    }

    @Override
    public String form() {
        return StaffPages.ENROLMENT;
    }

    @Override
    public Understanding handle(Letter letter) {
        var government = letter.site();
        var hash = PassCode.hash(government, PassCode.typed(letter.fields().getOrDefault("code", "")));
        var place = passes.place(government, hash, letter.receivedAt());
        if (place.isEmpty()
                || !String.valueOf(place.get()).equals(letter.fields().get("place")))
            return new Understanding.NotUnderstood("合言葉が正しくないか、期限が切れています。避難所の用紙を印刷し直してください。");
        byte[] key;
        String fingerprint;
        try {
            key = Base64.getUrlDecoder().decode(letter.fields().getOrDefault("key", ""));
            fingerprint = DeviceKey.of(key).fingerprint();
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return new Understanding.NotUnderstood("端末の鍵を読み取れません。別の端末で登録してください。");
        }
        waiting.meet(government, waitsFor(fingerprint));
        if (passes.device(government, fingerprint).isPresent()) return Understanding.ACTED;
        if (!passes.use(government, hash))
            return new Understanding.NotUnderstood(
                    "この用紙で登録できる端末（%d台）を使い切りました。用紙を印刷し直してください。".formatted(IssuePass.DEVICES_MAX));
        var label = letter.fields().getOrDefault("label", "");
        passes.enrol(
                government,
                place.get(),
                hash,
                key,
                fingerprint,
                label.length() > LABEL_CHARACTERS_MAX ? label.substring(0, LABEL_CHARACTERS_MAX) : label,
                letter.receivedAt());
        waiting.wake(government, waitsFor(fingerprint));
        audit.record(government, null, "shelter.device-enrolled", "shelter:" + place.get(), fingerprint);
        return Understanding.ACTED;
    }

    /** What a report waits for that overtook its telephone's enrolment. */
    static String waitsFor(String fingerprint) {
        return "shelter-device " + fingerprint;
    }
}
