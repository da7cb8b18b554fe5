package noroshi.people;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import noroshi.people.OfficerOutcome.Done;
import noroshi.people.OfficerOutcome.Refused;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords: long rather than intricate (as NIST SP 800-63B §3.1.1 asks), kept encoded only, changed by their owner. */
@Component
public final class Passwords {

    public static final int PASSWORD_CHARACTERS_MIN = 12;

    private final Tenancy tenancy;
    private final Officers officers;
    private final PasswordEncoder encoder;
    private final Audit audit;

    public Passwords(Tenancy tenancy, Officers officers, PasswordEncoder encoder, Audit audit) {
        this.tenancy = tenancy;
        this.officers = officers;
        this.encoder = encoder;
        this.audit = audit;
    }

    /** An officer's own change, with the present password as proof. */
    public OfficerOutcome change(Officer officer, String present, String wanted) {
        var known = tenancy.in(officer.government(), () -> officers.findPassword(officer.government(), officer.id()));
        if (known.isEmpty() || !encoder.matches(present, known.get()))
            return new Refused("present", "いまのパスワードが違います。確かめて入力してください。");
        var weak = weakness(officer.login(), wanted);
        if (weak.isPresent()) return weak.get();
        var encoded = encoded(wanted);
        tenancy.run(officer.government(), () -> {
            officers.setPassword(officer.government(), officer.id(), encoded);
            audit.record(
                    officer.government(), officer.id(), "officer.password-changed", "officer:" + officer.login(), "");
        });
        return new Done(officer);
    }

    String encoded(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    static Optional<OfficerOutcome> weakness(String login, String password) {
        if (password.codePointCount(0, password.length()) < PASSWORD_CHARACTERS_MIN)
            return Optional.of(new Refused("password", "パスワードは%d文字以上にしてください。".formatted(PASSWORD_CHARACTERS_MIN)));
        if (password.getBytes(StandardCharsets.UTF_8).length > SignIn.PASSWORD_BYTES_MAX)
            return Optional.of(
                    new Refused("password", "パスワードが長すぎます。半角%d文字以内にしてください。".formatted(SignIn.PASSWORD_BYTES_MAX)));
        if (password.contains(login) || password.chars().distinct().count() < 5)
            return Optional.of(new Refused("password", "推測されやすいパスワードです。職員IDや同じ文字の繰り返しを避けてください。"));
        return Optional.empty();
    }
}
