package noroshi.emergency;

/** What people are to do now: fixed sentences after the Cabinet Office's guideline on evacuation information (2021). */
final class Advice {

    private Advice() {}

    static String of(Emergency emergency) {
        if (!Declared.isEvacuation(emergency.event())) return of(emergency.hazard(), emergency.level());
        return EvacuationLevel.of(emergency.level().number() + 1).advice();
    }

    static String of(Hazard hazard, Level level) {
        return switch (hazard) {
            case TSUNAMI -> tsunami(level);
            case EARTHQUAKE -> "揺れの強かった地域では、家屋の倒壊や土砂災害の危険が高まっています。余震に注意し、身の安全を確保してください。海岸付近では津波に備えてください。";
            case LANDSLIDE -> "崖や斜面、渓流の近くから離れ、市町村の避難情報に従って行動してください。";
            case FLOOD -> "川に近づかず、市町村の避難情報に従って、早めに安全な場所へ移動してください。";
            case STORM_SURGE -> "海岸や河口から離れ、市町村の避難情報に従って、高い場所へ移動してください。";
            case HEAVY_RAIN -> "低い土地の浸水、川の増水、土砂災害に警戒し、市町村の避難情報を確認してください。";
            case WAVES -> "海岸や防波堤に近づかないでください。";
            case HEAVY_SNOW -> "不要な外出を控え、立ち往生や落雪、停電に備えてください。";
            case STORM -> "外出を控え、飛ばされやすい物を固定し、窓から離れてください。";
            case TORNADO -> "雷や急な風の変化など積乱雲が近づく兆しがあれば、頑丈な建物の中に移動してください。";
            case VOLCANO -> "火口周辺の規制に従い、危険な地域に立ち入らないでください。";
            case OTHER -> "今後の情報に注意し、市町村の避難情報を確認してください。";
        };
    }

    private static String tsunami(Level level) {
        return switch (level) {
            case EMERGENCY -> "沿岸部や川沿いにいる人は、ただちに高台や避難ビルなど安全な場所へ避難してください。津波は繰り返し襲ってきます。警報が解除されるまで安全な場所から離れないでください。";
            case DANGER, WARNING -> "沿岸部や川沿いにいる人は、ただちに高台や避難ビルなど安全な場所へ避難してください。警報が解除されるまで安全な場所から離れないでください。";
            case WATCH -> "海の中にいる人は、ただちに海から上がって、海岸から離れてください。注意報が解除されるまで海に入ったり海岸に近づいたりしないでください。";
        };
    }
}
