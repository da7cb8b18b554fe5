package noroshi.planning.network.lan;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import noroshi.planning.network.lan.Flow.Safeguard;
import noroshi.planning.network.lan.Segment.Use;
import noroshi.planning.network.lan.Segment.Zone;

/**
 * On every path from one kind of segment to another, at least one flow has one of the safeguards. An empty {@code use} is any.
 *
 * @param safeguards any of these will do; none: there must be no path
 */
public record Rule(String id, String japanese, Ends from, Ends to, Set<Safeguard> safeguards) {

    public record Ends(Set<Zone> zones, Set<Use> uses) {
        boolean contains(Segment segment) {
            return zones.contains(segment.zone()) && (uses.isEmpty() || uses.contains(segment.use()));
        }
    }

    private static final Ends MY_NUMBER = zones(Zone.MY_NUMBER);
    private static final Ends LGWAN = zones(Zone.LGWAN);
    private static final Ends INTERNET = zones(Zone.INTERNET);
    private static final Ends OUTSIDE = zones(Zone.OUTSIDE);
    private static final Ends OPEN = zones(Zone.INTERNET, Zone.OUTSIDE, Zone.OTHER);
    private static final Ends REST = zones(Zone.LGWAN, Zone.INTERNET, Zone.OUTSIDE, Zone.OTHER);

    /**
     * The layers as the ministry's guideline for municipal security policies (総務省「地方公共団体における情報セキュリティポリシーに関する
     * ガイドライン」) describes them, as questions about paths.
     */
    static List<Rule> of(Lan.Model model) {
        return switch (model) {
            case NONE -> List.of();
            case ALPHA -> join(common(), List.of(terminals("A1", Zone.INTERNET, "αモデル: 業務端末はインターネット接続系に置かない")));
            case BETA ->
                join(
                        common(),
                        List.of(
                                watched("B1"),
                                new Rule(
                                        "B2",
                                        "βモデル: インターネット接続系の端末からLGWAN接続系の業務システムへは画面転送だけ",
                                        new Ends(Set.of(Zone.INTERNET), Set.of(Use.TERMINALS)),
                                        new Ends(Set.of(Zone.LGWAN), Set.of(Use.BUSINESS)),
                                        EnumSet.of(Safeguard.SCREEN)),
                                terminals("B3", Zone.LGWAN, "βモデル: 業務端末はLGWAN接続系に置かない")));
            case BETA_PRIME ->
                join(
                        common(),
                        List.of(
                                watched("B1"),
                                new Rule(
                                        "P1",
                                        "β′モデル: 庁外からインターネット接続系の業務システムへ至る経路は必ず監視を通る",
                                        OUTSIDE,
                                        new Ends(Set.of(Zone.INTERNET), Set.of(Use.BUSINESS)),
                                        EnumSet.of(Safeguard.ENDPOINT_WATCH)),
                                terminals("P2", Zone.LGWAN, "β′モデル: 業務端末はLGWAN接続系に置かない")));
        };
    }

    private static List<Rule> common() {
        return List.of(
                new Rule("C1", "他の領域からマイナンバー利用事務系へは特定通信だけ", REST, MY_NUMBER, EnumSet.of(Safeguard.SPECIFIC)),
                new Rule("C2", "マイナンバー利用事務系から他の領域へは特定通信だけ", MY_NUMBER, REST, EnumSet.of(Safeguard.SPECIFIC)),
                new Rule(
                        "C3",
                        "インターネット側からLGWAN接続系へは無害化か画面転送を通る",
                        OPEN,
                        LGWAN,
                        EnumSet.of(Safeguard.SANITISED, Safeguard.SCREEN)),
                new Rule(
                        "C4",
                        "インターネット側からマイナンバー利用事務系へは無害化か画面転送を通る",
                        OPEN,
                        MY_NUMBER,
                        EnumSet.of(Safeguard.SANITISED, Safeguard.SCREEN)),
                new Rule(
                        "C5",
                        "庁外のインターネットとの通信は自治体情報セキュリティクラウドを通る (入り)",
                        OUTSIDE,
                        INTERNET,
                        EnumSet.of(Safeguard.SECURITY_CLOUD)),
                new Rule(
                        "C6",
                        "庁外のインターネットとの通信は自治体情報セキュリティクラウドを通る (出)",
                        INTERNET,
                        OUTSIDE,
                        EnumSet.of(Safeguard.SECURITY_CLOUD)),
                new Rule(
                        "C7",
                        "LGWAN接続系から庁外のインターネットへは無害化か画面転送を通る",
                        LGWAN,
                        OUTSIDE,
                        EnumSet.of(Safeguard.SANITISED, Safeguard.SCREEN)));
    }

    private static Rule watched(String id) {
        return new Rule(
                id,
                "庁外からインターネット接続系の業務端末へ至る経路は必ず監視 (EDR等) を通る",
                OUTSIDE,
                new Ends(Set.of(Zone.INTERNET), Set.of(Use.TERMINALS)),
                EnumSet.of(Safeguard.ENDPOINT_WATCH));
    }

    /** A segment is a path to itself, which has no safeguard: such a rule says that none may be there. */
    private static Rule terminals(String id, Zone zone, String japanese) {
        var there = new Ends(Set.of(zone), Set.of(Use.TERMINALS));
        return new Rule(id, japanese, there, there, Set.of());
    }

    private static Ends zones(Zone first, Zone... more) {
        return new Ends(EnumSet.of(first, more), Set.of());
    }

    private static List<Rule> join(List<Rule> a, List<Rule> b) {
        return java.util.stream.Stream.concat(a.stream(), b.stream()).toList();
    }
}
