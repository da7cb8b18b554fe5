package noroshi.people;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What all acts of administrators on officers have in common: who may, one transaction, the record, new passwords. */
@Component
class StaffDesk {

    /** Without letters and digits that look alike: the password is read aloud and typed. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int PASSWORD_GROUPS = 4;
    private static final int GROUP_CHARACTERS = 4;

    private final Tenancy tenancy;
    private final Audit audit;
    private final PasswordEncoder passwords;
    private final SecureRandom random;

    StaffDesk(Tenancy tenancy, Audit audit, PasswordEncoder passwords, SecureRandom random) {
        this.tenancy = tenancy;
        this.audit = audit;
        this.passwords = passwords;
        this.random = random;
    }

    StaffOutcome act(Officer by, String government, Supplier<StaffOutcome> act) {
        return lacking(by, government).orElseGet(() -> tenancy.in(government, act));
    }

    static Optional<StaffOutcome> lacking(Officer by, String government) {
        if (!by.mayActFor(government))
            return Optional.of(new StaffOutcome.NotAllowed("ほかの団体の管理はできません。その団体の管理者か県の管理者に依頼してください。"));
        if (!by.has(Role.ADMINISTRATOR))
            return Optional.of(new StaffOutcome.NotAllowed("管理者だけが行えます。所属する団体の管理者に依頼してください。"));
        return Optional.empty();
    }

    void record(String government, Officer by, String act, String subject, String detail) {
        audit.record(government, by.id(), act, subject, detail);
    }

    String encoded(String password) {
        return java.util.Objects.requireNonNull(passwords.encode(password));
    }

    /** e.g. {@code k7mw-2xqa-…}: 16 characters, about 79 bits. */
    String oneTimePassword() {
        return java.util.stream.IntStream.range(0, PASSWORD_GROUPS)
                .mapToObj(group -> random.ints(GROUP_CHARACTERS, 0, LETTERS.length())
                        .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }
}
