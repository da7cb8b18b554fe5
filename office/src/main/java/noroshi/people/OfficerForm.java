package noroshi.people;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.people.StaffOutcome.Invalid;

/**
 * What an administrator writes about an officer.
 *
 * @param department a code of the government's; @param email where messages to the officer go, "" for none
 */
public record OfficerForm(String name, String department, String email, Set<Role> roles) {

    static final int NAME_CHARACTERS_MAX = 60;
    static final int EMAIL_CHARACTERS_MAX = 254;

    public OfficerForm {
        name = name.strip();
        email = email.strip();
        roles = Set.copyOf(roles);
    }

    Optional<StaffOutcome> problem(Directory directory, String government) {
        boolean known = directory.findDepartment(government, department).isPresent();
        return problem(known ? Set.of(department) : Set.of()).map(invalid -> invalid);
    }

    /** @param departments codes of those that there are */
    Optional<Invalid> problem(Set<String> departments) {
        if (name.isEmpty() || name.length() > NAME_CHARACTERS_MAX)
            return invalid("name", "氏名は1〜%d字で入力してください。".formatted(NAME_CHARACTERS_MAX));
        if (name.chars().anyMatch(Character::isISOControl)) return invalid("name", "氏名に改行などの制御文字は使えません。入力し直してください。");
        if (!departments.contains(department)) return invalid("department", "課室が見つかりません。一覧から選んでください。");
        if (email.length() > EMAIL_CHARACTERS_MAX || !(email.isEmpty() || email.matches("[^@\\s]+@[^@\\s]+")))
            return invalid("email", "メールアドレスの形が正しくありません。name@example.jp の形で入力するか、空にしてください。");
        if (roles.isEmpty()) return invalid("roles", "役割を1つ以上選んでください。サインインを止めるときは「利用を止める」を使ってください。");
        return Optional.empty();
    }

    private static Optional<Invalid> invalid(String field, String message) {
        return Optional.of(new Invalid(field, message));
    }

    String rolesInJapanese() {
        return roles.stream().sorted().map(Role::japanese).collect(Collectors.joining("・"));
    }
}
