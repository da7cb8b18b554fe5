package noroshi.people;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import noroshi.people.StaffOutcome.Done;
import noroshi.people.StaffOutcome.Invalid;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** An officer chooses a password of their own. */
@Component
public final class ChangePassword {

    public static final int PASSWORD_CHARACTERS_MIN = 12;

    private final SignIn signIn;
    private final StaffDesk desk;
    private final OfficerAccounts accounts;
    private final Tenancy tenancy;

    ChangePassword(SignIn signIn, StaffDesk desk, OfficerAccounts accounts, Tenancy tenancy) {
        this.signIn = signIn;
        this.desk = desk;
        this.accounts = accounts;
        this.tenancy = tenancy;
    }

    public record Command(Officer officer, String now, String wanted, String again, Instant at) {}

    /** The present password is asked for as at sign-in, with the same rest after wrong ones. */
    public StaffOutcome handle(Command command) {
        var wanted = command.wanted();
        if (wanted.length() < PASSWORD_CHARACTERS_MIN)
            return new Invalid("wanted", "新しいパスワードは%d字以上にしてください。".formatted(PASSWORD_CHARACTERS_MIN));
        if (wanted.getBytes(StandardCharsets.UTF_8).length > SignIn.PASSWORD_BYTES_MAX)
            return new Invalid("wanted", "新しいパスワードが長すぎます。半角72字までにしてください。");
        if (!wanted.equals(command.again())) return new Invalid("again", "新しいパスワードの確認が一致しません。もう一度入力してください。");
        if (wanted.equals(command.now()) || wanted.equals(command.officer().login()))
            return new Invalid("wanted", "いまのパスワードや職員IDと同じものは使えません。別のものにしてください。");
        return switch (signIn.handle(command.officer().login(), command.now(), command.at())) {
            case SignIn.Attempt.Accepted accepted -> change(command);
            case SignIn.Attempt.Refused refused -> new Invalid("now", "いまのパスワードが違います。もう一度入力してください。");
            case SignIn.Attempt.Locked locked -> new Invalid("now", "続けて間違えたため、しばらく変更できません。15分ほど待ってからお試しください。");
        };
    }

    private StaffOutcome change(Command command) {
        var officer = command.officer();
        var encoded = desk.encoded(command.wanted());
        return tenancy.in(officer.government(), () -> {
            accounts.password(officer.government(), officer.id(), encoded, false);
            desk.record(officer.government(), officer, "officer.password-changed", "officer:" + officer.login(), "");
            return new Done(officer.id());
        });
    }
}
