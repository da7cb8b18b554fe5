package noroshi.emergency;

import noroshi.standards.jma.Telegram;

/** @param stale older than its kind's freshness when it arrived: shown, but raises nothing */
record Received(Telegram telegram, boolean stale) {

    /** What a later telegram of the same family replaces: each repeats the whole state of its family. */
    String family() {
        return switch (telegram.kind()) {
            case "VPWW53", "VPWW54" -> "VPWW53";
            // 津波情報 speaks of tides and of observations under one code.
            case "VTSE51" -> "VTSE51 " + telegram.head().title();
            default -> telegram.kind();
        };
    }
}
