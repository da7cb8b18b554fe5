package noroshi.people;

/** What an officer may do in their government. */
public enum Role {
    AUTHOR("作成者"),
    APPROVER("承認者"),
    PUBLISHER("公開担当"),
    ADMINISTRATOR("管理者"),
    EMERGENCY("緊急発信担当"),
    /** Heads a department: approves what its officers wrote, where a route asks for that. */
    HEAD("所属長"),
    /** May let a text become public although the checks find an error in it; gives a reason. */
    WAIVER("点検の例外を認める人");

    private final String japanese;

    Role(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }
}
