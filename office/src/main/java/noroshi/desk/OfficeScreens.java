package noroshi.desk;

import java.util.Arrays;
import java.util.List;

/** The office's own screens, found by what officers call them. */
public final class OfficeScreens {

    /** @param words that lead here, beside the name */
    public record One(String name, String path, String words, boolean administratorsOnly) {}

    private static final int FOUND_MAX = 5;
    private static final List<One> ALL = List.of(
            new One("記事を書く", "/articles/new", "新規 作成 下書き 原稿", false),
            new One("記事の一覧", "/articles", "記事 下書き 公開", false),
            new One("承認", "/approvals", "決裁 確認 差し戻し", false),
            new One("緊急発信", "/emergency/post", "災害 避難 速報", false),
            new One("緊急・電文", "/emergency", "気象 地震 津波 警報", false),
            new One("避難情報", "/emergency/evacuation", "避難指示 高齢者等避難 緊急安全確保 発令 解除", false),
            new One("災害対策本部", "/emergency/headquarters", "警戒本部 対策本部 設置 解散", false),
            new One("Lアラート文書", "/emergency/lalert", "Lアラート エルアラート コモンズ XML", false),
            new One("問い合わせ", "/inquiries", "質問 回答 受付", false),
            new One("配信", "/dispatches", "メール 登録者 メルマガ", false),
            new One("閲覧数", "/views", "アクセス 統計 解析", false),
            new One("サイトの点検", "/care", "アクセシビリティ JIS 指摘 エラー", false),
            new One("リンク切れ", "/care/links", "リンク URL 切れ", false),
            new One("読まれていないページ", "/care/unread", "閲覧 ゼロ 整理", false),
            new One("重複しているページ", "/care/twins", "同じ 似た", false),
            new One("孤立したページ", "/care/orphans", "リンクなし", false),
            new One("電話メモ", "/phone", "電話 聞き取り 受電", false),
            new One("メールで下書き", "/mail-draft", "メール 投稿 宛先", false),
            new One("画像とファイル", "/media", "写真 PDF 添付 文書", false),
            new One("パスワードの変更", "/password", "パスワード サインイン", false),
            new One("状態", "/status", "システム 障害 のろし台", false),
            new One("職員", "/settings/officers", "職員 役割 権限 追加", true),
            new One("課室", "/settings/departments", "組織 連絡先", true),
            new One("媒体", "/settings/series", "媒体 カテゴリ フォルダ", true),
            new One("APIトークン", "/settings/tokens", "API 連携", true),
            new One("操作の記録", "/settings/audit", "監査 ログ 履歴", true));

    private OfficeScreens() {}

    static List<One> find(String typed, Acting acting) {
        var words = Arrays.stream(typed.strip().split("[\\s\\u3000]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) return List.of();
        return ALL.stream()
                .filter(one -> !one.administratorsOnly() || acting.isAdministrator())
                .filter(one -> words.stream()
                        .allMatch(word -> one.name().contains(word)
                                || Arrays.asList(one.words().split(" ")).contains(word)))
                .limit(FOUND_MAX)
                .toList();
    }
}
