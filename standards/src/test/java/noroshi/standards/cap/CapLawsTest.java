package noroshi.standards.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import noroshi.standards.cap.CapRejected.Reason;
import org.junit.jupiter.api.Test;

class CapLawsTest {
    private static final String LETTERS = "避難指示　<&>\"' 津波\n𠮷-";

    @Test
    void whatIsWrittenIsReadBack() {
        for (long seed = 0; seed < 300; seed++) {
            var alert = alert(new Random(seed));
            assertThat(CapReader.read(CapWriter.write(alert)))
                    .as("seed %d", seed)
                    .isEqualTo(alert);
        }
    }

    @Test
    void aDocumentCutOffAnywhereIsRefused() {
        var whole = new String(CapWriter.write(alert(new Random(7))), StandardCharsets.UTF_8).strip();
        for (int end = 0; end < whole.length() - 1; end += 7) {
            var cut = whole.substring(0, end).getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> CapReader.read(cut)).isInstanceOf(CapRejected.class);
        }
    }

    @Test
    void entitiesAndDocumentTypesAreRefused() {
        refused(
                "<!DOCTYPE alert [<!ENTITY a \"b\">]><alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">&a;</alert>",
                Reason.FORBIDDEN_XML);
    }

    @Test
    void whatIsTooLargeOrTooDeepIsRefused() {
        refused("<a>".repeat(CapXml.DEPTH_ELEMENTS_MAX + 1), Reason.TOO_LARGE);
        refused("<r>" + "<a/>".repeat(CapXml.ELEMENTS_MAX) + "</r>", Reason.TOO_LARGE);
        refused(" ".repeat(CapXml.DOCUMENT_BYTES_MAX + 1), Reason.TOO_LARGE);
    }

    @Test
    void anUnknownElementAndAWrongOrderAreRefused() {
        refused(plain().replace("<status>", "<colour>red</colour><status>"), Reason.MISPLACED);
        refused(plain().replace("</scope>", "</scope><source>too late</source>"), Reason.MISPLACED);
    }

    @Test
    void aTimeWithoutOffsetAndADayThatIsNoneAreRefused() {
        refused(plain().replace("2011-03-11T14:49:00+09:00", "2011-03-11T14:49:00Z"), Reason.UNREADABLE_VALUE);
        refused(plain().replace("2011-03-11", "2011-02-30"), Reason.UNREADABLE_VALUE);
    }

    @Test
    void aCancellationOfNothingCannotBeMade() {
        refused(plain().replace("Alert</msgType>", "Cancel</msgType>"), Reason.CONTRADICTION);
    }

    @Test
    void controlCharactersAreLeftOut() {
        var alert = CapReader.read(plain().getBytes(StandardCharsets.UTF_8));
        var marked = new Alert(
                alert.identifier(),
                alert.sender(),
                alert.sent(),
                alert.status(),
                alert.type(),
                "a\u0000b\u000bc\ud800d",
                alert.scope(),
                "",
                "",
                List.of(),
                "",
                List.of(),
                "",
                List.of());
        assertThat(CapReader.read(CapWriter.write(marked)).source()).isEqualTo("abcd");
    }

    private static void refused(String document, Reason reason) {
        assertThatThrownBy(() -> CapReader.read(document.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(CapRejected.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(reason));
    }

    private static String plain() {
        return """
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>one</identifier><sender>040002</sender>
            <sent>2011-03-11T14:49:00+09:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope></alert>
            """;
    }

    private static Alert alert(Random random) {
        var type = MessageType.values()[random.nextInt(5)];
        var sent = time(random);
        return new Alert(
                "id-" + random.nextInt(1000),
                "040002",
                sent,
                pick(random, Status.values()),
                type,
                text(random),
                Scope.PUBLIC,
                "",
                text(random),
                List.of("a", "b").subList(0, random.nextInt(3)),
                text(random),
                type == MessageType.ALERT ? List.of() : List.of(new Reference("040002", "earlier", time(random))),
                text(random),
                Stream.generate(() -> info(random)).limit(random.nextInt(3)).toList());
    }

    private static Info info(Random random) {
        var effective = time(random);
        return new Info(
                random.nextBoolean() ? "ja" : "",
                List.of(pick(random, Category.values()), Category.CBRNE),
                "避難指示",
                List.of(ResponseType.ALL_CLEAR),
                pick(random, Urgency.values()),
                pick(random, Severity.values()),
                pick(random, Certainty.values()),
                text(random),
                named(random),
                new Times(random.nextBoolean() ? effective : null, null, effective.plusHours(1)),
                new Words(text(random), text(random), text(random), text(random), "", text(random)),
                named(random),
                List.of(new Resource("図", "image/png", BigInteger.valueOf(random.nextInt(9999)), "", "", "")),
                List.of(area(random)));
    }

    private static Area area(Random random) {
        var at = new Position(38 + random.nextDouble(), 141 - random.nextDouble() * 1e-5);
        return new Area(
                "仙台市",
                List.of(new Polygon(List.of(at, new Position(0, 0), new Position(-1, 1), at))),
                List.of(new Circle(at, random.nextInt(100))),
                named(random),
                random.nextBoolean() ? new BigDecimal("12.50") : null,
                null);
    }

    private static List<NamedValue> named(Random random) {
        return Stream.generate(() -> new NamedValue("JISX0402", text(random)))
                .limit(random.nextInt(3))
                .toList();
    }

    private static OffsetDateTime time(Random random) {
        return OffsetDateTime.parse("2011-03-11T14:46:00" + (random.nextBoolean() ? "+09:00" : "Z"))
                .plusSeconds(random.nextInt(100_000));
    }

    private static <E> E pick(Random random, E[] values) {
        return values[random.nextInt(values.length)];
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        var letters = LETTERS.codePoints().toArray();
        for (int i = random.nextInt(12); i > 0; i--) text.appendCodePoint(letters[random.nextInt(letters.length)]);
        return text.toString().strip();
    }
}
