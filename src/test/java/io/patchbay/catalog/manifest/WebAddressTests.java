package io.patchbay.catalog.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What RFC 3986 does not allow in an address is encoded, and nothing else. */
@Tag("fast")
class WebAddressTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '~',
            value = {
                "https://a.example/[Acme]-Setup.exe?n=4|x https://a.example/%5BAcme%5D-Setup.exe?n=4%7Cx",
                "https://a.example/Tool%20Setup.exe https://a.example/Tool%20Setup.exe",
                "~https://a.example/Tool Setup.exe~ https://a.example/Tool%20Setup.exe",
                "https://a.example/a#b#c https://a.example/a#b%23c",
                "https://a.example/100%.exe https://a.example/100%25.exe",
                "https://a.example/%zz%5b https://a.example/%25zz%5b",
                "https://a.example/Ü€😀.exe https://a.example/%C3%9C%E2%82%AC%F0%9F%98%80.exe",
                "https://a.example/{a}^`<b>\"c\" https://a.example/%7Ba%7D%5E%60%3Cb%3E%22c%22",
                "https://a.example/a\\b.exe https://a.example/a%5Cb.exe",
                "https://a.example/?q=[1]&r=a/b?c https://a.example/?q=%5B1%5D&r=a/b?c",
                "https://a.example:8443/a;b=c,d/@e:f https://a.example:8443/a;b=c,d/@e:f",
                "https://[2001:db8::1]:8443/a[b] https://[2001:db8::1]:8443/a%5Bb%5D",
                "https://bücher.example/a https://xn--bcher-kva.example/a",
                "HTTPS://a.example HTTPS://a.example"
            })
    void encoded(String written, String address) {
        assertThat(WebAddress.of(written)).get().hasToString(address);
    }

    @ParameterizedTest
    @CsvSource({"no address", "mailto:somebody@a.example", "//a.example/b", "''"})
    void whatIsNoAddressStaysNone(String written) {
        assertThat(WebAddress.of(written)).isEmpty();
    }
}
