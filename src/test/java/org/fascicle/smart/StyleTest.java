package org.fascicle.smart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StyleTest extends LaunchScene {

    @Test
    void d3_theEhrsLookBecomesVariables() {
        assertEquals(
                ":root{--ehr-color-background:#edeae3;--ehr-dim-font-size:1.5rem;"
                        + "--ehr-font-family-body:'Open Sans', Arial;}",
                cssFor("{\"color_background\":\"#edeae3\",\"dim_font_size\":\"1.5rem\","
                        + "\"font_family_body\":\"'Open Sans', Arial\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "color_background|red}body{background:url(//evil.example)",
                "color_background|#fff;--x:1",
                "color_background|url(javascript:alert(1))",
                "color_background|expression(alert(1))",
                "color_background|#ff",
                "color_text|var(--secret)",
                "dim_font_size|1px}*{display:none",
                "dim_font_size|calc(1px + 1px)",
                "dim_font_size|-5px",
                "font_family_body|Arial</style><script>",
                "font_family_body|'Arial",
                "font_family_body|@import 'x'",
                "font_family_body|Arial\\3b",
                "background_image|url(x)",
                "color_background}x|#fff"
            })
    void d3_aValueThatCouldBeMoreThanAValueIsLeftOut(String name, String value) {
        assertEquals("", cssFor("{\"" + name + "\":\"" + value.replace("\\", "\\\\") + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "<html>", "", "{\"color_text\":{\"a\":\"#fff\"}}", "{\"color_text\":7}"})
    void d3_aStyleOfNoFormIsNoStyle(String document) {
        assertEquals("", cssFor(document));
    }

    @Test
    void d3_aStyleTooLongIsNoStyle() {
        assertEquals("", cssFor("{\"color_text\":\"#fff\",\"x\":\"" + "x".repeat(20_000) + "\"}"));
    }

    @Test
    void d3_aStyleElsewhereIsNotFetched() throws IOException {
        try (ServerSocket elsewhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ehr.tokens.put("smart_style_url", "http://localhost:" + elsewhere.getLocalPort() + "/style.json");

            assertEquals("", node.launchOf(browser, launch()).style().css());

            elsewhere.setSoTimeout(300);
            org.junit.jupiter.api.Assertions.assertThrows(SocketTimeoutException.class, elsewhere::accept);
        }
    }

    @Test
    void d3_aRelativeAddressStandsBelowTheFhirBase() {
        ehr.on("/fhir/look.json", exchange -> ScriptedEhr.send(exchange, 200, "{\"color_text\":\"#123456\"}"));
        ehr.tokens.put("smart_style_url", "look.json");

        assertTrue(node.launchOf(browser, launch()).style().css().contains("#123456"));
    }

    @Test
    void d3_aMissingStyleDoesNotHoldUpTheLaunch() {
        ehr.tokens.put("smart_style_url", ehr.origin() + "/nothing.json");

        assertEquals("Patient/p1", openedPage().body());
    }

    private String cssFor(String document) {
        ehr.on("/style.json", exchange -> ScriptedEhr.send(exchange, 200, document));
        ehr.tokens.put("smart_style_url", ehr.origin() + "/style.json");
        return node.launchOf(browser, launch()).style().css();
    }
}
