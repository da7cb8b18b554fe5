package noroshi.emergency;

/** 避難情報 since May 2021 (災害対策基本法 第56条, 第60条), mildest first. */
public enum EvacuationLevel {
    ELDERLY(3, "高齢者等避難", Level.WARNING, "高齢の方や障害のある方など、避難に時間がかかる人は、危険な場所から避難してください。ほかの人も避難の準備をしてください。"),
    ORDER(4, "避難指示", Level.DANGER, "危険な場所にいる人は、全員、ただちに安全な場所へ避難してください。"),
    SAFETY(5, "緊急安全確保", Level.EMERGENCY, "命の危険が迫っています。ただちに、いまいる場所よりも少しでも安全な場所で身の安全を確保してください。");

    private final int number;
    private final String japanese;
    private final Level level;
    private final String advice;

    EvacuationLevel(int number, String japanese, Level level, String advice) {
        this.number = number;
        this.japanese = japanese;
        this.level = level;
        this.advice = advice;
    }

    /** 警戒レベル. */
    public int number() {
        return number;
    }

    public String japanese() {
        return japanese;
    }

    Level level() {
        return level;
    }

    String advice() {
        return advice;
    }

    static EvacuationLevel of(int number) {
        return values()[number - 3];
    }
}
