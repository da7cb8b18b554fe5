package noroshi.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import noroshi.names.NameHit.Closeness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameSearchTest {
    @TempDir
    Path folder;

    @Test
    void oneNameIsFoundHoweverItIsWritten() throws IOException {
        NameIndex index = index(name("山田", "太郎", "やまだ", "たろう"), name("高橋", "花子", "たかはし", "はなこ"));
        for (String typed : List.of(
                "山田太郎",
                "山田　太郎",
                "太郎山田",
                "やまだ たろう",
                "ヤマダタロウ",
                "ﾔﾏﾀﾞ ﾀﾛｳ",
                "YAMADA Taro",
                "yamada tarou",
                "Taroh Yamada",
                "YAMADATARO",
                "Tarō Yamada",
                "山田たろう",
                "やまだ太郎",
                "山田",
                "ヤマダ",
                "太郎",
                "taro",
                "Yamada, Taro")) {
            assertThat(written(index, typed)).as(typed).containsExactly("山田 太郎");
        }
    }

    @Test
    void everySystemOfRomajiIsUnderstood() throws IOException {
        NameIndex index = index(
                name("新庄", "千鶴子", "しんじょう", "ちづこ"),
                name("大野", "順一", "おおの", "じゅんいち"),
                name("福津", "祥子", "ふくつ", "しょうこ"),
                name("本間", "哲治", "ほんま", "てつじ"),
                name("八田", "一茶", "はった", "いっさ"));
        for (String typed :
                List.of("Shinjo Chizuko", "SINZYOU TIZUKO", "Sinzyô Tiduko", "shinjou chizuko", "ちずこ しんじょう")) {
            assertThat(written(index, typed)).as(typed).containsExactly("新庄 千鶴子");
        }
        for (String typed : List.of("Ono Junichi", "Ohno Jun'ichi", "Oono Zyuniti", "Ōno Jun-ichi", "ｵｵﾉ ｼﾞｭﾝｲﾁ")) {
            assertThat(written(index, typed)).as(typed).containsExactly("大野 順一");
        }
        for (String typed : List.of("Fukutsu Shoko", "Hukutu Syouko", "FUKUTSU SHOHKO")) {
            assertThat(written(index, typed)).as(typed).containsExactly("福津 祥子");
        }
        assertThat(written(index, "Homma Tetuzi")).containsExactly("本間 哲治");
        assertThat(written(index, "Hatta Issa")).containsExactly("八田 一茶");
    }

    @Test
    void oldAndNewCharactersAreOneAndTheIdenticalComesFirst() throws IOException {
        NameIndex index = index(
                name("渡辺", "広", "わたなべ", "ひろし"),
                name("渡邉", "廣", "わたなべ", "ひろし"),
                name("渡邊", "広", "わたなべ", "ひろし"),
                name("渡部", "弘", "わたなべ", "ひろし"));
        for (String typed : List.of("渡邉廣", "渡辺 広", "渡邊広")) {
            List<NameHit> hits = NameSearch.find(index, typed, 10);
            assertThat(hits).hasSize(4);
            assertThat(hits.getFirst().name().written().replace(" ", "")).isEqualTo(typed.replace(" ", ""));
            assertThat(hits)
                    .extracting(NameHit::closeness)
                    .containsExactly(
                            Closeness.IDENTICAL,
                            Closeness.SAME_CHARACTERS,
                            Closeness.SAME_CHARACTERS,
                            Closeness.SAME_SOUND);
        }
        NameIndex sasaki = index(name("佐々木", "𠮷男", "ささき", "よしお"), name("葛󠄀城", "薫", "かつらぎ", "かおる"));
        assertThat(written(sasaki, "佐佐木吉男")).containsExactly("佐々木 𠮷男");
        assertThat(written(sasaki, "葛城薫")).hasSize(1);
    }

    @Test
    void ofThoseThatSoundAlikeTheTypedKanaComesFirst() throws IOException {
        NameIndex index = index(name("大野", "優子", "おおの", "ゆうこ"), name("小野", "由子", "おの", "ゆこ"));
        assertThat(written(index, "おの ゆこ")).containsExactly("小野 由子", "大野 優子");
        assertThat(written(index, "おおの ゆうこ")).containsExactly("大野 優子", "小野 由子");
    }

    @Test
    void aWholeNameNeverBecomesOneOfItsParts() throws IOException {
        NameIndex index = index(name("山田", "花子", "やまだ", "はなこ"), name("鈴木", "太郎", "すずき", "たろう"));
        assertThat(NameSearch.find(index, "山田太郎", 10)).isEmpty();
        assertThat(NameSearch.find(index, "やまだ たろう", 10)).isEmpty();
        assertThat(NameSearch.find(index, "", 10)).isEmpty();
        assertThat(NameSearch.find(index, " 　・ ", 10)).isEmpty();
    }

    @Test
    void someoneKnownByKanaOnlyIsFoundByCharacters() throws IOException {
        NameIndex index =
                index(name("ヤマダ", "タロウ", "", ""), name("山田", "花子", "やまだ", "はなこ"), name("鈴木", "太郎", "すずき", "たろう"));
        assertThat(written(index, "山田太郎")).containsExactly("ヤマダ タロウ");
        assertThat(written(index, "山田 太郎")).containsExactly("ヤマダ タロウ");
    }

    @Test
    void aSearchHasAnEnd() throws IOException {
        PersonName[] many = new PersonName[700];
        java.util.Arrays.fill(many, name("佐藤", "健", "さとう", "けん"));
        NameIndex index = index(many);
        assertThat(NameSearch.find(index, "佐藤", 10_000)).hasSize(NameSearch.HITS_MAX);
        assertThat(NameSearch.find(index, "さ".repeat(100_000), 10)).isEmpty();
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        Path file = folder.resolve("damaged");
        Files.write(file, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> NameIndex.open(file)).isInstanceOf(IOException.class);
        byte[] good = Files.readAllBytes(write(name("山田", "太郎", "やまだ", "たろう")));
        for (int at = 0; at < good.length; at += 7) {
            byte[] bad = good.clone();
            bad[at] ^= 0x10;
            Files.write(file, bad);
            assertThatThrownBy(() -> NameIndex.open(file)).as("byte %d", at).isInstanceOf(IOException.class);
        }
    }

    private static PersonName name(String family, String given, String familyKana, String givenKana) {
        return new PersonName(family, given, familyKana, givenKana);
    }

    private static List<String> written(NameIndex index, String typed) {
        return NameSearch.find(index, typed, 20).stream()
                .map(hit -> hit.name().written())
                .toList();
    }

    private NameIndex index(PersonName... names) throws IOException {
        return NameIndex.open(write(names));
    }

    private Path write(PersonName... names) throws IOException {
        Path file = Files.createTempFile(folder, "names", ".idx");
        try (NameIndexWriter writer = new NameIndexWriter(file, Readings.NONE)) {
            for (PersonName name : names) {
                writer.add(List.of(name), new byte[] {7});
            }
            writer.finish();
        }
        return file;
    }
}
