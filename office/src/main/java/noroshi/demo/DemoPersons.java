package noroshi.demo;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import noroshi.persons.Consent;
import noroshi.persons.PersonFacts;
import noroshi.persons.RecordPerson;
import noroshi.persons.Sex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Three thousand invented persons over all governments: common names put together at random, the same each time. */
@Component
final class DemoPersons implements DemoRegister {

    static final int PERSONS = 3_000;
    private static final long SEED = 20_110_311;

    private static final String FAMILIES =
            "佐藤さとう 鈴木すずき 高橋たかはし 髙橋たかはし 田中たなか 伊藤いとう 渡辺わたなべ 渡邉わたなべ 山本やまもと 中村なかむら 小林こばやし 加藤かとう 吉田よしだ 山田やまだ 佐々木ささき 山口やまぐち"
                    + " 松本まつもと 井上いのうえ 木村きむら 林はやし 斎藤さいとう 齋藤さいとう 清水しみず 阿部あべ 千葉ちば 菅原すがわら 大友おおとも 遠藤えんどう 今野こんの 及川おいかわ 三浦みうら"
                    + " 伊東いとう 大野おおの 小野おの 熊谷くまがい 菊地きくち 武田たけだ 庄司しょうじ 後藤ごとう 星ほし 早坂はやさか 浅野あさの 相澤あいざわ 我妻あがつま";

    private static final String WOMEN =
            "花子はなこ 優子ゆうこ 由美ゆみ 恵子けいこ 陽子ようこ 京子きょうこ 真由美まゆみ 美咲みさき 葵あおい 結衣ゆい さくらさくら 千鶴子ちづこ 順子じゅんこ 祥子しょうこ 幸子さちこ 和子かずこ 智子ともこ"
                    + " 久美子くみこ 愛あい 遥はるか";

    private static final String MEN =
            "太郎たろう 健けん 翔太しょうた 大輔だいすけ 誠まこと 浩ひろし 廣ひろし 順一じゅんいち 哲治てつじ 勇気ゆうき 蓮れん 悠真ゆうま 一郎いちろう 孝たかし 豊ゆたか 隆たかし 雄大ゆうだい 修おさむ"
                    + " 茂しげる 清きよし";

    private final RecordPerson record;
    private final JdbcClient sql;

    DemoPersons(RecordPerson record, JdbcClient sql) {
        this.record = record;
        this.sql = sql;
    }

    private record Town(String code, String name, boolean prefecture) {}

    /** Inside the loader's transaction. */
    @Override
    public void load(Instant now) {
        var random = new Random(SEED);
        var towns = sql.sql("select code, name, kind = 'prefecture' as prefecture from government order by code")
                .query(Town.class)
                .list();
        for (int i = 0; i < PERSONS; i++) {
            var town = towns.get(i % towns.size());
            boolean woman = random.nextBoolean();
            var family = pick(FAMILIES, random);
            var given = pick(woman ? WOMEN : MEN, random);
            int age = 1 + random.nextInt(95);
            var facts = new PersonFacts(
                    written(family),
                    written(given),
                    kana(family),
                    kana(given),
                    "",
                    woman ? Sex.FEMALE : Sex.MALE,
                    "",
                    Integer.toString(age),
                    "宮城県",
                    town.prefecture() ? "" : town.name(),
                    List.of("本町", "中央", "港町", "新田", "山手").get(random.nextInt(5)),
                    "",
                    "");
            var consent =
                    random.nextInt(10) < 7 ? Consent.GIVEN : random.nextInt(10) < 8 ? Consent.UNKNOWN : Consent.REFUSED;
            var shelter = random.nextInt(10) < 6
                    ? List.of("第一小学校", "中央公民館", "総合体育館", "東中学校").get(random.nextInt(4))
                    : "";
            record.load(town.code(), facts, consent, shelter, now);
        }
    }

    private static String pick(String words, Random random) {
        var all = words.split(" ", -1);
        return all[random.nextInt(all.length)];
    }

    /** The first half is as written, the second its kana; a name written in kana is both. */
    private static String written(String word) {
        int kana = kanaFrom(word);
        return kana == 0 ? word.substring(0, word.length() / 2) : word.substring(0, kana);
    }

    private static String kana(String word) {
        int kana = kanaFrom(word);
        return kana == 0 ? word.substring(word.length() / 2) : word.substring(kana);
    }

    private static int kanaFrom(String word) {
        int at = 0;
        while (at < word.length() && (word.charAt(at) < 'ぁ' || word.charAt(at) > 'ん')) at++;
        return at;
    }
}
