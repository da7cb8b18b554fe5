package noroshi.shelters;

/** What people ask of a shelter before they go, and what a headquarters must bring: each is there, lacking, or not known. */
public enum Need {
    WATER("飲み水", "足りています", "足りません"),
    FOOD("食べ物", "足りています", "足りません"),
    MEDICAL("医療・薬", "対応できます", "必要です"),
    PETS("ペット", "受け入れています", "受け入れていません"),
    WHEELCHAIR("車いす", "利用できます", "利用できません");

    private final String japanese;
    private final String yes;
    private final String no;

    Need(String japanese, String yes, String no) {
        this.japanese = japanese;
        this.yes = yes;
        this.no = no;
    }

    public enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    public String japanese() {
        return japanese;
    }

    /** The name of its column and form field. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String says(Answer answer) {
        return switch (answer) {
            case YES -> yes;
            case NO -> no;
            case UNKNOWN -> "未確認";
        };
    }
}
