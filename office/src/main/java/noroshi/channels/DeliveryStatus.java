package noroshi.channels;

import java.util.Locale;

/** How far a delivery has come. */
public enum DeliveryStatus {
    WAITING("送信待ち"),
    CLAIMED("送信中"),
    SENT("送信済み"),
    REFUSED("拒否"),
    GIVEN_UP("断念"),
    DROPPED("取りやめ");

    private final String japanese;

    DeliveryStatus(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
