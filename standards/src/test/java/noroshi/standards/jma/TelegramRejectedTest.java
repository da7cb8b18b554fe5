package noroshi.standards.jma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import noroshi.standards.jma.TelegramRejected.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TelegramRejectedTest {
    private static TelegramRejected rejection(byte[] bytes) {
        TelegramRejected rejected = catchThrowableOfType(TelegramRejected.class, () -> TelegramReader.read(bytes));
        assertThat(rejected).isNotNull();
        assertThat(rejected.getMessage()).contains(rejected.what(), rejected.where(), rejected.next());
        return rejected;
    }

    private static TelegramRejected rejection(String xml) {
        return rejection(Written.utf8(xml));
    }

    @Test
    @Timeout(5)
    void anEntityBombIsRefusedAtItsDoctype() {
        StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE Report [<!ENTITY a0 \"津波\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1));
        }
        String report =
                Written.flash().xml().replaceFirst("<\\?xml.*\\?>\n", "").replace("　見出し", "&a39;");
        TelegramRejected rejected = rejection(bomb + "]>\n" + report);
        assertThat(rejected.reason()).isEqualTo(Reason.FORBIDDEN_XML);
        assertThat(rejected.what()).contains("DOCTYPE");
        assertThat(rejected.where()).isEqualTo("2行目");
    }

    @Test
    void anExternalEntityIsNeverRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "秘密");
        String report =
                Written.flash().xml().replaceFirst("<\\?xml.*\\?>\n", "").replace("　見出し", "&s;");
        TelegramRejected rejected =
                rejection("<!DOCTYPE Report [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]>" + report);
        assertThat(rejected.reason()).isEqualTo(Reason.FORBIDDEN_XML);
        assertThat(rejected.getMessage()).doesNotContain("秘密");
    }

    @Test
    void anExternalDocumentTypeIsNeverFetched() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/evil.dtd";
            String report = Written.flash().xml().replaceFirst("<\\?xml.*\\?>\n", "");
            assertThat(rejection("<!DOCTYPE Report SYSTEM \"" + url + "\">" + report)
                            .reason())
                    .isEqualTo(Reason.FORBIDDEN_XML);
            assertThat(catchThrowableOfType(SocketTimeoutException.class, server::accept))
                    .as("nobody called")
                    .isNotNull();
        }
    }

    @Test
    void anUndeclaredEntityIsRefused() {
        assertThat(rejection(Written.flash().xml().replace("　見出し", "&nbsp;")).reason())
                .isIn(Reason.NOT_XML, Reason.FORBIDDEN_XML);
    }

    @Test
    void xincludeAndProcessingInstructionsDoNothing() {
        String xml = Written.flash()
                .xml()
                .replace(
                        "<Control>",
                        "<?xml-stylesheet href=\"file:///etc/passwd\"?><x:include xmlns:x=\"http://www.w3.org/2001/XInclude\""
                                + " href=\"file:///etc/passwd\"/><Control>");
        assertThat(TelegramReader.read(Written.utf8(xml)).kind()).isEqualTo("VXSE51");
    }

    @Test
    @Timeout(5)
    void fiftyMegabytesAreRefusedUnread() {
        byte[] large = new byte[50 * 1024 * 1024];
        Arrays.fill(large, (byte) '<');
        TelegramRejected rejected = rejection(large);
        assertThat(rejected.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(rejected.what()).contains("52,428,800", "2,097,152");
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "<Text>".repeat(100_000) + "</Text>".repeat(100_000);
        assertThat(rejection(Written.flash().body(deep).bytes()).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void tooManyElementsAreRefused() {
        assertThat(rejection(Written.flash().body("<a/>".repeat(300_000)).bytes())
                        .what())
                .contains("100,000");
    }

    @Test
    void whateverIsNotXmlIsRefused() {
        assertThat(rejection("").reason()).isEqualTo(Reason.NOT_XML);
        assertThat(rejection("{\"code\": 551}").reason()).isEqualTo(Reason.NOT_XML);
        assertThat(rejection("震度７").reason()).isEqualTo(Reason.NOT_XML);
        assertThat(rejection(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2}).reason())
                .isEqualTo(Reason.NOT_XML);
        byte[] sjis = Written.flash().xml().getBytes(Charset.forName("Shift_JIS"));
        assertThat(rejection(sjis).reason()).as("declared as UTF-8").isEqualTo(Reason.NOT_XML);
        byte[] utf16 = Written.flash().xml().getBytes(StandardCharsets.UTF_16BE);
        assertThat(rejection(utf16).reason()).isEqualTo(Reason.NOT_XML);
    }

    @Test
    void otherXmlIsNotATelegram() {
        assertThat(rejection("<html xmlns='http://www.w3.org/1999/xhtml'/>").reason())
                .isEqualTo(Reason.NOT_A_TELEGRAM);
        TelegramRejected wrong = rejection(
                Written.flash().xml().replace("http://xml.kishou.go.jp/jmaxml1/\"", "http://example.jp/jmaxml1/\""));
        assertThat(wrong.reason()).isEqualTo(Reason.NOT_A_TELEGRAM);
        assertThat(wrong.what()).contains("http://example.jp/jmaxml1/");
        assertThat(rejection(Written.flash().xml().replace("informationBasis1", "informationBasis9"))
                        .reason())
                .isEqualTo(Reason.NOT_A_TELEGRAM);
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] whole = Written.quake().bytes();
        int end = new String(whole, StandardCharsets.UTF_8).stripTrailing().getBytes(StandardCharsets.UTF_8).length;
        for (int length = 0; length < end; length += 7) {
            assertThat(rejection(Arrays.copyOf(whole, length)).reason()).isEqualTo(Reason.NOT_XML);
        }
    }

    @Test
    void aMissingElementIsNamedWithItsPlace() {
        TelegramRejected rejected =
                rejection(Written.flash().xml().replaceFirst("<ReportDateTime>.*</ReportDateTime>", ""));
        assertThat(rejected.reason()).isEqualTo(Reason.INCOMPLETE);
        assertThat(rejected.what()).contains("ReportDateTime");
        assertThat(rejected.where()).isEqualTo("5行目 Report/Head");
    }

    @Test
    void anUnreadableValueIsShownWithItsPlace() {
        TelegramRejected intensity = rejection(Written.flash()
                .xml()
                .replace("<Code>222</Code><MaxInt>5-</MaxInt>", "<Code>222</Code><MaxInt>8</MaxInt>"));
        assertThat(intensity.reason()).isEqualTo(Reason.UNREADABLE_VALUE);
        assertThat(intensity.what()).contains("「8」", "震度");
        assertThat(intensity.where()).endsWith("Report/Body/Intensity/Observation/Pref/Area/MaxInt");
        assertThat(rejection(Written.flash().reportTime("昨日").xml()).what()).contains("「昨日」");
        assertThat(rejection(Written.flash().reportTime("2026-04-01T09:01:00").xml())
                        .what())
                .as("a time without an offset is no instant")
                .contains("時差つき");
        assertThat(rejection(Written.flash().status("本番").xml()).what()).contains("「本番」", "通常・訓練・試験");
        assertThat(rejection(Written.flash().infoType("再送").xml()).what()).contains("「再送」");
        assertThat(rejection(Written.quake().xml().replace(">6.8<", ">大<")).what())
                .contains("「大」");
        assertThat(rejection(Written.quake()
                                .xml()
                                .replace("+38.3+141.9-50000/", "<b>")
                                .replace("<b>", "仙台"))
                        .what())
                .contains("「仙台」");
    }

    @Test
    void damagedTelegramsAreReadOrRefusedButNeverFailOtherwise() {
        byte[] whole = Written.quake().bytes();
        SplittableRandom random = new SplittableRandom(20260401);
        for (int round = 0; round < 3_000; round++) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(TelegramReader.read(damaged).contentHash()).hasSize(64);
            } catch (TelegramRejected refused) {
                assertThat(refused.next()).isNotEmpty();
            }
        }
    }
}
