package noroshi.standards.jma;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import noroshi.standards.jma.TelegramRejected.Reason;

/** Reads one telegram from its bytes. Every failure is a {@link TelegramRejected}. */
public final class TelegramReader {
    private static final String ROOT = "http://xml.kishou.go.jp/jmaxml1/";

    private TelegramReader() {}

    /** Reads a telegram whose kind stands in its title. */
    public static Telegram read(byte[] bytes) {
        return read(bytes, "");
    }

    /**
     * Reads a telegram.
     *
     * @param kindHint the kind as far as the caller knows it (a file name's ending), else "". It decides only where the title leaves a
     *     choice; it never contradicts the title.
     */
    public static Telegram read(byte[] bytes, String kindHint) {
        return read(bytes, kindHint, Duration.ZERO);
    }

    /**
     * Reads a telegram for a replay: every instant in it is moved by the same offset. Texts and ids stay as they are.
     *
     * @param kindHint see {@link #read(byte[], String)}
     */
    public static Telegram read(byte[] bytes, String kindHint, Duration shift) {
        Node report = TelegramXml.parse(bytes, shift);
        if (!report.name().equals("Report") || !report.namespace().equals(ROOT)) {
            throw notATelegram("最上位の要素が %s（名前空間 %s）です".formatted(report.name(), report.namespace()), report.where());
        }
        Control control = control(inNamespace(report.get("Control"), ROOT));
        Head head = HeadReader.head(inNamespace(report.get("Head"), ROOT + "informationBasis1/"));
        KindTable.Entry kind = KindTable.resolve(control.title(), head.title(), kindHint);
        Body body = body(report, kind, head.infoType());
        return new Telegram(kind.kind(), control, head, body, contentHash(report));
    }

    private static Control control(Node control) {
        Status status = Arrays.stream(Status.values())
                .filter(s -> s.label().equals(control.text("Status")))
                .findFirst()
                .orElseThrow(() -> control.get("Status").unreadable("運用種別（通常・訓練・試験）", null));
        return new Control(
                control.get("Title").text(),
                control.getInstant("DateTime"),
                status,
                control.text("EditorialOffice"),
                control.text("PublishingOffice"));
    }

    private static Body body(Node report, KindTable.Entry kind, InfoType infoType) {
        Node body = report.find("Body");
        if (infoType == InfoType.CANCELLED && kind.family() != Family.OTHER) {
            return new Body.Cancelled(body == null ? "" : body.text("Text"));
        }
        if (body == null) {
            body = report.get("Body");
        }
        return switch (kind.family()) {
            case EARTHQUAKE -> EarthquakeReader.earthquake(body);
            case EARLY_WARNING -> EarlyWarningReader.earlyWarning(body);
            case TSUNAMI -> TsunamiReader.tsunami(body);
            case WEATHER, LANDSLIDE, HEAVY_RAIN, TORNADO -> WarningsReader.warnings(body, kind.kind());
            case RIVER -> RiverFloodReader.riverFlood(report.get("Head", "Headline"), body);
            case VOLCANO, ERUPTION -> VolcanoReader.volcano(body);
            case OTHER -> new Body.NotInterpreted(texts(body));
        };
    }

    /** Free texts anywhere in a body that we do not interpret. */
    private static List<String> texts(Node body) {
        List<String> texts = new ArrayList<>();
        collect(body, texts);
        return texts;
    }

    private static void collect(Node node, List<String> texts) {
        for (Node child : node.children()) {
            boolean isText = child.name().equals("Text") || child.name().equals("FreeFormComment");
            if (isText && !child.text().isEmpty()) {
                texts.add(child.text());
            }
            collect(child, texts);
        }
    }

    private static Node inNamespace(Node node, String namespace) {
        if (!node.namespace().equals(namespace)) {
            throw notATelegram("要素 %s の名前空間が %s です".formatted(node.name(), node.namespace()), node.where());
        }
        return node;
    }

    private static TelegramRejected notATelegram(String what, String where) {
        return new TelegramRejected(Reason.NOT_A_TELEGRAM, what, where, "気象庁防災情報XML（Report 要素）を送ってください");
    }

    private static String contentHash(Node report) {
        try {
            StringBuilder canonical = new StringBuilder();
            report.canonical(canonical);
            byte[] utf8 = canonical.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
