package noroshi.forms;

import java.util.Arrays;
import java.util.Optional;

/** What kind of value a field holds, with its Japanese name. */
public enum FieldType {
    TEXT("一行の文字"),
    LONG("長い文章"),
    DATE("日付"),
    SPAN("期間（日時から日時まで）"),
    MONEY("金額（円）"),
    NUMBER("数"),
    PLACE("場所（住所と緯度・経度）"),
    FILE("ファイル"),
    IMAGE("画像"),
    CHOICE("一つ選ぶ"),
    CHOICES("いくつか選ぶ"),
    TABLE("表"),
    ARTICLE("記事への参照"),
    DEPARTMENT("課室への参照"),
    EMAIL("メールアドレス"),
    PHONE("電話番号"),
    URL("ウェブの番地");

    private final String japanese;

    FieldType(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Optional<FieldType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }

    /** Entries can be put in order by it. */
    public boolean isSortable() {
        return switch (this) {
            case DATE, SPAN, MONEY, NUMBER, TEXT, CHOICE -> true;
            case LONG, PLACE, FILE, IMAGE, CHOICES, TABLE, ARTICLE, DEPARTMENT, EMAIL, PHONE, URL -> false;
        };
    }

    /** A list shows the entries of one value. */
    public boolean isFilter() {
        return this == CHOICE || this == CHOICES;
    }

    /** Needs a place of its own below the table of short values. */
    boolean isSection() {
        return this == LONG || this == TABLE || this == IMAGE;
    }
}
