package noroshi.run;

import java.util.List;

/** What to do when a key is gone or in wrong hands, in the language of those who read it at night. */
final class LostKeys {

    private LostKeys() {}

    static String advice(List<String> words) {
        return switch (words.size() == 2 ? words.get(1) : "") {
            case "root" -> """
                    ルート鍵を失くした、または盗まれた
                    1. 写しがないか探す（keys take-out で作ったファイル、暗号化した .keys ファイル）。あれば何も変わりません。
                    2. 失くしただけなら急ぎません。署名の鍵と trust の期限（./noroshi keys show）までは公開を続けられます。
                    3. 盗まれた、または期限が近いときは新しいルート鍵を作る：
                         ./noroshi up を止める
                         ./noroshi keys new-root --config noroshi.conf --root /media/usb/root.keys
                         各のろし台の root.pub を差し替え、snapshot フォルダーを移し、起動し直す
                         ./noroshi up --config noroshi.conf
                    くわしくは docs/operations/ja/key-lost.md
                    """;
            case "signing" -> """
                    署名の鍵を失くした、または盗まれた
                    1. ルート鍵の USB を用意する。
                    2. ./noroshi keys rotate-signing --config noroshi.conf --root /media/usb/root.keys
                    3. ./noroshi up を止めて起動し直す。次の公開から、のろし台は古い鍵を受け付けません。
                    4. 盗まれたときは、状態の画面と公開ページに覚えのない内容がないか確かめる。
                    くわしくは docs/operations/ja/key-stolen.md
                    """;
            case "letter" -> """
                    便りの鍵（letter.key）を失くした
                    まだ開いていない便りは、この鍵がなければ誰にも開けられません。
                    1. バックアップの .keys ファイルから戻す：./noroshi restore … を別のフォルダーに行い、keys/letter.key を写す。
                    2. 写しがないときは、そのまま起動すると新しい鍵が作られます。失われた便りの期間を公開ページで知らせ、送り直しをお願いする。
                    """;
            case "secret" -> """
                    のろし台との合言葉（beacon.secret、relay.secret）が漏れた
                    1. ./noroshi up を止める。
                    2. 庁内とすべてのろし台で、そのファイルを同じ新しい値（64桁の16進数）に替える：
                         (umask 077; od -An -N32 -tx1 /dev/urandom | tr -d ' \\n' > keys/beacon.secret)
                    3. のろし台、庁内の順に起動する。
                    合言葉だけでは内容を書き換えられません（署名が要ります）。
                    """;
            default -> throw new Refusal("Which one? ./noroshi keys lost root|signing|letter|secret");
        };
    }
}
