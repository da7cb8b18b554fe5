package noroshi.people;

/** What an officer may do in their government. */
public enum Role {
    AUTHOR("作成者"),
    APPROVER("承認者"),
    PUBLISHER("公開担当"),
    ADMINISTRATOR("管理者"),
    EMERGENCY("緊急発信担当");

    private final String japanese;

    Role(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }
}
