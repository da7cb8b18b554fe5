package noroshi.names;

import java.util.HashMap;
import java.util.Map;

/**
 * Old, new and variant forms of Chinese characters as one (齋藤, 斎藤, 斉藤; 髙橋, 高橋; 渡邉, 渡辺). The pairs of old and new forms
 * are those of the 常用漢字表 and of the characters allowed in names; the variants are the ones that family registers use most.
 */
public final class OldForms {
    private static final Map<Integer, Integer> FORMS = table("""
            亜亞 悪惡 圧壓 囲圍 為爲 医醫 壱壹 稲稻 飲飮 隠隱 営營 栄榮 衛衞 駅驛 円圓 縁緣 艶艷 塩鹽 奥奧
            応應 欧歐 殴毆 桜櫻 横橫 温溫 穏穩 仮假 価價 画畫 会會 壊壞 懐懷 絵繪 拡擴 殻殼 覚覺 学學斈 岳嶽
            楽樂 勧勸 巻卷 寛寬 歓歡 缶罐 観觀 関關 陥陷 巌巖 顔顏 帰歸皈 気氣 亀龜 偽僞 戯戲 犠犧 旧舊 拠據
            挙擧 虚虛 峡峽 挟挾 狭狹 郷鄕鄉 暁曉 区區 駆驅駈 勲勳 薫薰 径徑 恵惠 渓溪 経經 継繼 茎莖 蛍螢
            軽輕 鶏鷄 芸藝 撃擊 欠缺 倹儉 剣劍劔劒剱 圏圈 検檢 権權 献獻 県縣 研硏 険險 顕顯 験驗 厳嚴 効效
            広廣 恒恆 鉱鑛 号號 国國圀 黒黑 済濟 砕碎 斎齋 剤劑 雑雜 参參 桟棧 蚕蠶 惨慘 賛贊 残殘 糸絲 歯齒
            児兒 辞辭 湿濕 実實 写寫 釈釋 寿壽 収收 従從 渋澁澀 獣獸 縦縱 粛肅 処處 緒緖 叙敍敘 奨奬 将將
            焼燒 称稱 証證 乗乘 剰剩 壌壤 嬢孃 条條 浄淨 状狀 畳疊 穣穰 譲讓 醸釀 嘱囑 触觸 寝寢 慎愼 晋晉
            真眞 尽盡 図圖 粋粹 酔醉 随隨 髄髓 数數 枢樞 瀬瀨 声聲 静靜 斉齊 摂攝 窃竊 専專 戦戰 浅淺 潜潛
            繊纖 践踐 銭錢 禅禪 双雙 壮壯 捜搜 挿插 争爭 総總惣 聡聰 荘莊 装裝 騒騷 臓臟 蔵藏 属屬 続續 堕墮
            体體 対對 帯帶 滞滯 台臺 滝瀧 択擇 沢澤 単單 担擔 胆膽 団團 弾彈 断斷 痴癡 遅遲 昼晝 虫蟲 鋳鑄
            庁廳 聴聽 鎮鎭 逓遞 鉄鐵鐡 転轉 点點 伝傳 党黨 盗盜 灯燈 当當 闘鬪 徳德 独獨 読讀 届屆 縄繩 弐貳
            悩惱 脳腦 覇霸 拝拜 廃廢 売賣 麦麥 発發 髪髮 抜拔 蛮蠻 秘祕 浜濱濵 富冨 瓶甁 払拂 仏佛 並竝
            辺邊邉 変變 弁辨瓣辯 宝寶 豊豐 褒襃 翻飜 毎每 万萬 満滿 麺麵 黙默 弥彌 薬藥 訳譯 予豫 余餘 与與
            誉譽 揺搖 様樣 謡謠 遥遙 瑶瑤 来來 頼賴 乱亂 覧覽 略畧 竜龍 両兩 猟獵 緑綠 塁壘 涙淚 励勵 礼禮
            霊靈 齢齡 暦曆 歴歷 恋戀 錬鍊 炉爐 労勞 楼樓 郎郞 録錄 禄祿 湾灣 槙槇 尭堯 凜凛 晃晄 檜桧 穂穗
            萌萠 桑桒 柳栁桺 高髙 崎﨑嵜碕 島嶋嶌 峰峯 館舘 船舩 藪薮籔 野埜 橋槗 淵渕渊 鶴靏靍 鴎鷗 昇曻 曽曾
            清淸 吉𠮷 徹澈 園薗 鋪舖舗 煙烟 裏裡 隣鄰 桐𣗄 祇祗 虎乕 梅楳 松枩 秋穐 角⻆ 州洲 浩澔 彦彥 産產
            説說 税稅 鋭銳 悦悅 脱脫 閲閱 青靑 内內 尚尙 呉吳 娯娛 姫姬 衆眾 戸戶 戻戾 冊册 強强 教敎 既旣
            歩步 渉涉 徴徵 涼凉 窓窗牕 群羣 概槪 巣巢 増增 黄黃 鐘鍾 舎舍 諌諫 頚頸 賎賤 壷壺 麹麴 蝋蠟 頬頰
            侠俠 噛嚙 涌湧 籠篭 竈竃 砺礪 蛎蠣 梼檮 涛濤 迩邇 莱萊 蘂蕊 撹攪 焔焰 鴬鶯 蝉蟬 騨驒 箪簞 掴摑
            填塡 顛顚 祷禱 鹸鹼 倶俱 躯軀 繋繫 呑吞 屏屛 併倂 餅餠 妍姸 仙僊 靭靱 杯盃 稚穉
            """);

    private OldForms() {}

    /** One form for all that are the same character; marks that choose a glyph are left out. */
    public static String folded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int before = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (isVariationSelector(c)) {
                continue;
            }
            // 佐々木 is also written 佐佐木.
            int form = c == '々' && Kana.isIdeograph(before) ? before : FORMS.getOrDefault(c, c);
            out.appendCodePoint(form);
            before = form;
        }
        return out.toString();
    }

    /** As typed, but for the marks that choose a glyph. */
    static String withoutSelectors(String text) {
        if (text.codePoints().noneMatch(OldForms::isVariationSelector)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isVariationSelector(c)).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isVariationSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    /** Each word: the form that stands for all, then the others. */
    private static Map<Integer, Integer> table(String words) {
        Map<Integer, Integer> table = new HashMap<>();
        for (String word : words.strip().split("\\s+", -1)) {
            int[] forms = word.codePoints().toArray();
            for (int i = 1; i < forms.length; i++) {
                table.put(forms[i], forms[0]);
            }
        }
        // 斎 and 斉 are two characters by right, but families and forms mix them.
        for (int form : new int[] {'斎', '齋', '齊'}) {
            table.put(form, (int) '斉');
        }
        return Map.copyOf(table);
    }
}
