package noroshi.planning.continuity;

/** What a part is, and the name of its list in the file. */
public enum Kind {
    BUILDING("buildings", "拠点"),
    FUEL("fuels", "燃料"),
    POWER("powers", "電源"),
    LINE("lines", "回線"),
    SERVER("servers", "サーバー"),
    DATA("data", "データ"),
    PEOPLE("people", "要員"),
    SYSTEM("systems", "情報システム"),
    SERVICE("services", "業務");

    private final String list;
    private final String japanese;

    Kind(String list, String japanese) {
        this.list = list;
        this.japanese = japanese;
    }

    public String list() {
        return list;
    }

    public String japanese() {
        return japanese;
    }
}
