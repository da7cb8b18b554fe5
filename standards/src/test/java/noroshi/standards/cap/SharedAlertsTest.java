package noroshi.standards.cap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import noroshi.standards.cap.CapRejected.Reason;
import org.junit.jupiter.api.Test;

/** Every document of the shared data is read, or refused with the reason named here. */
class SharedAlertsTest {
    /** Feeds without an alert in them are no alerts; the others are broken, each in the way named. */
    private static final Map<String, Reason> REFUSED = Map.ofEntries(
            Map.entry("earthquake_index.atom", Reason.NOT_CAP),
            Map.entry("empty_weather_index.atom", Reason.NOT_CAP),
            Map.entry("weather_index.atom", Reason.NOT_CAP),
            Map.entry("sweden.atom", Reason.NOT_CAP),
            Map.entry("us_nws_weather.atom", Reason.NOT_CAP),
            Map.entry("invalid_element.atom", Reason.NOT_CAP),
            Map.entry("no_id.atom", Reason.NOT_CAP),
            Map.entry("invalid.rss", Reason.NOT_CAP),
            // A namespace that no version of CAP has.
            Map.entry("invalid_xmlns.cap", Reason.NOT_CAP),
            // A certificate, and a feed in Latin-1 that calls itself UTF-8.
            Map.entry("naads_x509_cert.pem", Reason.NOT_XML),
            Map.entry("pelmorex.atom", Reason.NOT_XML),
            // A document type.
            Map.entry("xee.atom", Reason.FORBIDDEN_XML),
            // No scope.
            Map.entry("invalid.cap", Reason.INCOMPLETE),
            // An update that names nothing it updates.
            Map.entry("canada_errors.cap", Reason.CONTRADICTION),
            // An empty urgency, severity and certainty.
            Map.entry("noaa_errors.cap", Reason.UNREADABLE_VALUE),
            // An identifier with a comma.
            Map.entry("weather_invalid.atom", Reason.UNREADABLE_VALUE),
            // An alert whose elements stand in an order of their own.
            Map.entry("oregon_nws.atom", Reason.MISPLACED));

    @Test
    void whatIsReadIsTheSameWhenWrittenAndReadAgainAndValidAgainstTheSchema() throws Exception {
        var validator = schema().newValidator();
        int alerts = 0;
        for (var file : SharedAlerts.files()) {
            if (REFUSED.containsKey(file.getFileName().toString())) continue;
            for (var alert : CapReader.readAll(Files.readAllBytes(file))) {
                var written = CapWriter.write(alert);
                assertThat(CapReader.read(written)).as("%s", file.getFileName()).isEqualTo(alert);
                validator.validate(new StreamSource(new ByteArrayInputStream(written)));
                alerts++;
            }
        }
        System.out.printf("%d alerts read, written, valid and read again%n", alerts);
        assertThat(alerts).isGreaterThan(40);
    }

    @Test
    void theBrokenOnesAreRefusedWithTheReason() throws Exception {
        var refused = new TreeMap<String, Reason>();
        for (var file : SharedAlerts.files()) {
            try {
                CapReader.readAll(Files.readAllBytes(file));
            } catch (CapRejected e) {
                System.out.printf("%s refused: %s %s%n", file.getFileName(), e.reason(), e.getMessage());
                refused.put(file.getFileName().toString(), e.reason());
            }
        }
        assertThat(refused).containsExactlyInAnyOrderEntriesOf(REFUSED);
    }

    private static Schema schema() throws Exception {
        var factory = SchemaFactory.newDefaultInstance();
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return factory.newSchema(
                SharedAlerts.folder().resolve("schema/cap12.xsd").toFile());
    }
}
