package noroshi.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import noroshi.people.OfficerOutcome.Done;
import noroshi.people.OfficerOutcome.Refused;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What administrators do to accounts of their government: add, change, close, give a new password. All on the record. */
@Component
public final class ChangeOfficers {

    public static final int NAME_CHARACTERS_MAX = 60;
    private static final String LOGIN = "[a-z0-9._-]{2,60}";

    private final Tenancy tenancy;
    private final Officers officers;
    private final Directory directory;
    private final Passwords passwords;
    private final Audit audit;

    public ChangeOfficers(Tenancy tenancy, Officers officers, Directory directory, Passwords passwords, Audit audit) {
        this.tenancy = tenancy;
        this.officers = officers;
        this.directory = directory;
        this.passwords = passwords;
        this.audit = audit;
    }

    public OfficerOutcome add(Officer by, Officers.NewOfficer officer, String password, Instant at) {
        var refusal = refusal(by, officer.government(), officer.name(), officer.department());
        if (refusal.isPresent()) return refusal.get();
        if (!officer.login().matches(LOGIN))
            return new Refused("login", "職員IDは半角の英小文字、数字、「.」「_」「-」で2文字以上60文字以内にしてください。");
        var weak = Passwords.weakness(officer.login(), password);
        if (weak.isPresent()) return weak.get();
        if (tenancy.everywhere(() -> officers.isTaken(officer.login())))
            return new Refused("login", "職員ID「%s」はすでに使われています。別のIDにしてください。".formatted(officer.login()));
        var encoded = passwords.encoded(password);
        return tenancy.in(officer.government(), () -> {
            var id = officers.add(officer, encoded, at);
            record(by, officer.government(), "officer.added", officer.login(), officer.roles());
            return new Done(officers.find(officer.government(), id).orElseThrow());
        });
    }

    /** @param active false: can no longer sign in; their tokens stop working too */
    public OfficerOutcome change(
            Officer by,
            String government,
            long officer,
            String name,
            @Nullable String department,
            Set<Role> roles,
            boolean active) {
        var refusal = refusal(by, government, name, department);
        if (refusal.isPresent()) return refusal.get();
        if (by.id() == officer && (!active || !roles.contains(Role.ADMINISTRATOR)))
            return new Refused("roles", "自分の管理者の役割は外せません。ほかの管理者に依頼してください。");
        return tenancy.in(government, () -> {
            var found = officers.find(government, officer);
            if (found.isEmpty() || !officers.change(government, officer, name, department, roles, active))
                return missing();
            record(
                    by,
                    government,
                    active ? "officer.changed" : "officer.closed",
                    found.get().login(),
                    roles);
            return new Done(officers.find(government, officer).orElseThrow());
        });
    }

    /** A new password given by an administrator; also ends a rest after wrong attempts. */
    public OfficerOutcome givePassword(Officer by, String government, long officer, String password) {
        var refusal = refusal(by, government, "x", null);
        if (refusal.isPresent()) return refusal.get();
        var found = tenancy.in(government, () -> officers.find(government, officer));
        if (found.isEmpty()) return missing();
        var weak = Passwords.weakness(found.get().login(), password);
        if (weak.isPresent()) return weak.get();
        var encoded = passwords.encoded(password);
        tenancy.run(government, () -> {
            officers.setPassword(government, officer, encoded);
            record(by, government, "officer.password-given", found.get().login(), Set.of());
        });
        return new Done(found.get());
    }

    private Optional<OfficerOutcome> refusal(Officer by, String government, String name, @Nullable String department) {
        if (!by.has(Role.ADMINISTRATOR) || !by.mayActFor(government))
            return Optional.of(new Refused("officer", "職員の登録を変えられるのは、その団体の管理者だけです。"));
        if (name.isBlank() || name.length() > NAME_CHARACTERS_MAX)
            return Optional.of(new Refused("name", "氏名を%d文字以内で入力してください。".formatted(NAME_CHARACTERS_MAX)));
        boolean unknown = department != null
                && tenancy.in(government, () -> directory.findDepartment(government, department))
                        .isEmpty();
        if (unknown) return Optional.of(new Refused("department", "課室「%s」はこの団体にありません。".formatted(department)));
        return Optional.empty();
    }

    private static OfficerOutcome missing() {
        return new Refused("officer", "職員が見つかりません。");
    }

    private void record(Officer by, String government, String act, String login, Set<Role> roles) {
        audit.record(government, by.id(), act, "officer:" + login, roles.isEmpty() ? "" : roles.toString());
    }
}
