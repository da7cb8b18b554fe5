package noroshi.standards.lalert;

/**
 * Who tells: a government.
 *
 * @param code 全国地方公共団体コード, six digits
 * @param kana of its name, "" where unknown; @param phone "" where unknown
 */
public record Office(String code, String name, String kana, String phone) {

    public Office {
        if (!code.matches("[0-9]{6}"))
            throw new IllegalArgumentException("A government's code has six digits, not '%s'.".formatted(code));
    }
}
