package noroshi.beacon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import noroshi.letter.SealedFile;
import noroshi.letter.UnsealKey;
import noroshi.names.NameIndexWriter;
import noroshi.names.PersonName;
import noroshi.names.Readings;
import noroshi.names.SafetyCard;
import noroshi.snapshot.Changes;
import noroshi.snapshot.Form;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.Head;
import noroshi.snapshot.Key;
import noroshi.snapshot.Part;
import noroshi.snapshot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetySearchTest {

    private static final UnsealKey KEY = UnsealKey.generate("search", new SecureRandom());

    @TempDir
    Path folder;

    private Town town;

    @BeforeEach
    void light() {
        town = new Town(folder);
    }

    @AfterEach
    void quench() {
        town.close();
    }

    @Test
    void aPersonIsFoundByEverySpellingAlsoWithTheOfficeGone() throws Exception {
        var beacon = town.beaconTrusted("beacon", KEY);
        show(beacon, "山田 太郎/やまだ たろう", "渡邉 花子/わたなべ はなこ");
        town.stop(beacon);
        var again = town.beaconTrusted("beacon", KEY);
        for (var typed : List.of("山田太郎", "やまだ たろう", "ﾔﾏﾀﾞ ﾀﾛｳ", "YAMADA Taro", "Yamada Tarou", "太郎山田")) {
            assertThat(search(again, typed))
                    .as(typed)
                    .contains("山田 太郎", "無事", "石巻市")
                    .doesNotContain("花子");
        }
        assertThat(search(again, "渡辺花子")).contains("渡邉 花子");
        assertThat(search(again, "山田次郎")).contains("見つかりませんでした");
    }

    @Test
    void whatAKilledBeaconHadOpenedIsGoneWhenItStartsAgain() throws Exception {
        var left = Files.createDirectories(folder.resolve("beacon")).resolve("search123.idx");
        Files.writeString(left, "山田 太郎");

        town.beaconTrusted("beacon", KEY);

        assertThat(left).doesNotExist();
    }

    @Test
    void whoeverIsTakenOutIsForgottenWithTheNextSnapshot() throws Exception {
        var beacon = town.beaconTrusted("beacon", KEY);
        show(beacon, "山田 太郎/やまだ たろう", "佐藤 健/さとう けん");
        assertThat(search(beacon, "山田太郎")).contains("山田 太郎");
        show(beacon, "佐藤 健/さとう けん");
        assertThat(search(beacon, "山田太郎")).contains("見つかりませんでした");
    }

    /** Whoever was protected since stands in the index that is here. */
    @Test
    void aBeaconCutOffForLongTellsNoNamesUntilItHearsOfTheOfficeAgain() throws Exception {
        var beacon = town.beaconTrusted("beacon", KEY);
        show(beacon, "山田 太郎/やまだ たろう");
        town.clock.pass(SafetyDesk.UNHEARD_MAX.minusSeconds(10));
        assertThat(search(beacon, "山田太郎")).contains("山田 太郎");

        town.clock.pass(Duration.ofSeconds(1));
        assertThat(search(beacon, "山田太郎")).contains("役所と連絡が取れず", "窓口").doesNotContain("山田 太郎", "見つかりませんでした");

        town.publish(Changes.builder());
        town.push(beacon);
        assertThat(search(beacon, "山田太郎"))
                .as("a sign of life, the index is the same")
                .contains("山田 太郎");
    }

    @Test
    void aMirrorThatIsNotTrustedHasNoNameOnItsDiskAndSaysSo() throws Exception {
        var trusted = town.beaconTrusted("trusted", KEY);
        show(trusted, "山田 太郎/やまだ たろう");
        var mirror = town.beacon("mirror");
        town.push(mirror);
        assertThat(search(mirror, "山田太郎")).contains("行えません").doesNotContain("山田 太郎");
        for (var name : List.of("trusted", "mirror"))
            assertThat(onDisk(name)).as(name).doesNotContain("山田");
    }

    @Test
    void aListIsNotReadOut() throws Exception {
        var beacon = town.beaconTrusted("beacon", KEY);
        var many = new String[50];
        java.util.Arrays.setAll(many, i -> "佐藤 健" + (char) ('一' + i) + "/さとう けん");
        show(beacon, many);
        assertThat(search(beacon, "佐藤").split("<h2>", -1)).hasSizeLessThanOrEqualTo(SafetyDesk.HITS_SHOWN_MAX + 1);
        assertThat(search(beacon, "佐")).contains("2文字以上");
        int stopped = 0;
        for (int i = 0; i < 30; i++) stopped += post(beacon, "佐藤健一").status() == 429 ? 1 : 0;
        assertThat(stopped).isPositive();
    }

    private void show(Beacon beacon, String... people) throws Exception {
        var file = folder.resolve("people.idx");
        try (var writer = new NameIndexWriter(file, Readings.NONE)) {
            for (var person : people) {
                var parts = person.split("/", -1);
                writer.add(
                        List.of(PersonName.of(parts[0], parts[1])),
                        new SafetyCard("石巻市門脇町", "40", "男性", "無事という情報があります", "門脇中学校", "3月11日", "石巻市").bytes());
            }
            writer.finish();
        }
        var about = new SealedFile.About("persons", Town.NOON);
        var parts = new ArrayList<Part>();
        for (var piece : SealedFile.seal(List.of(KEY.letterKey()), about, Files.readAllBytes(file), new SecureRandom()))
            parts.add(new Part.Piece(Fragment.raw(piece)));
        Files.delete(file);
        Changes.Builder changes = Town.withForms(Town.pages());
        var form = new Form(
                "safety",
                List.of(
                        new Form.Field("name", "お名前", Form.Kind.TEXT, true, 100, List.of()),
                        new Form.Field("home", "住所", Form.Kind.TEXT, false, 60, List.of())),
                "/thanks/safety",
                "/refused/safety");
        changes.form(form)
                .put(
                        Key.of(Town.SITE, "/safety"),
                        new Value.Page(
                                Town.HTML,
                                List.of(new Part.Piece(Fragment.text("form".getBytes(StandardCharsets.UTF_8)))),
                                "safety"))
                .put(Key.of(Town.SITE, SafetyDesk.PATH), new Value.Page(Head.of("application/octet-stream"), parts));
        town.publish(changes);
        town.push(beacon);
    }

    private String search(Beacon beacon, String typed) throws Exception {
        return post(beacon, typed).text();
    }

    private Asked post(Beacon beacon, String typed) throws Exception {
        return Asked.post(
                town.http, Town.open(beacon), "/safety", "name=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
    }

    private String onDisk(String name) throws Exception {
        var all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            for (var file : files.filter(Files::isRegularFile).toList())
                all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
        return all.toString();
    }
}
