package org.fascicle.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jetty writes an address of IPv6 as {@code [0:0:0:0:0:0:0:1]}; people write {@code ::1}. */
class SenderTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, 10.9.8.7, 10.9.8.7",
        "127.0.0.1, ::ffff:127.0.0.1, 10.9.8.7, 10.9.8.7",
        "[0:0:0:0:0:0:0:1], ::1, 10.9.8.7, 10.9.8.7",
        "[fd00:0:0:0:0:0:0:5], FD00::5, 10.9.8.7, 10.9.8.7",
        "127.0.0.1, 127.0.0.1, '1.2.3.4, fd00:0::5', fd00:0:0:0:0:0:0:5",
        "127.0.0.1, 127.0.0.1, '[fd00::5]:4711', fd00:0:0:0:0:0:0:5",
        "127.0.0.1, 127.0.0.1 fd00::9, '10.9.8.7, fd00:0:0::9', 10.9.8.7",
        "127.0.0.1, 127.0.0.1, not.looked.up:1, not.looked.up:1",
        "127.0.0.1, 127.0.0.1, '', 127.0.0.1"
    })
    void aTrustedProxyIsBelievedHoweverItsAddressIsWritten(
            String remote, String proxies, String forwarded, String sender) {
        assertEquals(sender, new Sender(Set.of(proxies.split(" "))).address(remote, forwarded));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 10.0.0.5, 127.0.0.1", "[0:0:0:0:0:0:0:1], fd00::1, 0:0:0:0:0:0:0:1"})
    void anyoneElseIsNot(String remote, String proxy, String sender) {
        assertEquals(sender, new Sender(Set.of(proxy)).address(remote, "10.9.8.7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.5", "::1", "fd00::5", "::ffff:10.0.0.5"})
    void anAddressIsOne(String text) {
        assertTrue(Sender.isAddress(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy", "proxy.example", "10.0.0.0/8", "10.0.0.5:80", "fd00::5::1", "dead", "[::1]"})
    void aNameARangeOrAPortIsNone(String text) {
        assertFalse(Sender.isAddress(text));
    }
}
