package noroshi.beacon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import noroshi.beacon.http.AddressBlock;
import noroshi.beacon.http.TrustedFronts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom front servers name: the last address that is none of ours, whatever the reader wrote before it. */
class SenderTest {

    private static final TrustedFronts FRONTS = TrustedFronts.of(List.of("192.0.2.0/24", "2001:db8:1::/48"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    for=198.51.100.7                                        | 198.51.100.7
                    For=198.51.100.7;proto=https;by=192.0.2.1               | 198.51.100.7
                    for="198.51.100.7:47011"                                | 198.51.100.7
                    for="[2001:db8:cafe::17]:4711"                          | 2001:db8:cafe::17
                    for=203.0.113.9, for=198.51.100.7                       | 198.51.100.7
                    for=203.0.113.9, for=198.51.100.7, for=192.0.2.4        | 198.51.100.7
                    for=203.0.113.9, for=198.51.100.7, for="[2001:db8:1::5]" | 198.51.100.7
                    for="an unfinished, for=203.0.113.9, for=198.51.100.7   | 198.51.100.7
                    for=198.51.100.7, for=unknown                           |
                    for=198.51.100.7, for=_hidden                           |
                    for=198.51.100.7, proto=https                           |
                    for=192.0.2.4                                           |
                    ;;;=,                                                   |""")
    void forwardedNamesTheReader(String field, @Nullable String expected) throws Exception {
        assertThat(Sender.reader(field, FRONTS, true)).isEqualTo(block(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    198.51.100.7                            | 198.51.100.7
                    203.0.113.9, 198.51.100.7               | 198.51.100.7
                    203.0.113.9, 198.51.100.7, 192.0.2.4    | 198.51.100.7
                    198.51.100.7:47011                      | 198.51.100.7
                    2001:db8:cafe::17                       | 2001:db8:cafe::17
                    [2001:db8:cafe::17]:4711                | 2001:db8:cafe::17
                    198.51.100.7, localhost                 |
                    ,,,                                     |""")
    void xForwardedForNamesTheReader(String field, @Nullable String expected) throws Exception {
        assertThat(Sender.reader(field, FRONTS, false)).isEqualTo(block(expected));
    }

    private static @Nullable AddressBlock block(@Nullable String address) {
        return address == null ? null : AddressBlock.of(InetAddress.ofLiteral(address));
    }
}
