package org.fascicle.smart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowlistTest {
    @TempDir
    Path directory;

    private final Browser browser = Browser.fresh();
    private ScriptedEhr ehr;
    private Node node;

    @BeforeEach
    void start() {
        ehr = ScriptedEhr.start();
        node = Node.start(directory, ehr.ehr());
        node.begin(browser, ehr);
    }

    @AfterEach
    void stop() {
        node.close();
        ehr.close();
    }

    @Test
    void a1_anUnknownIssuerIsRefusedWithoutOneConnection() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Page page = browser.get(node.launchAddress("http://localhost:" + stranger.getLocalPort() + "/fhir", "x"));

            assertEquals(403, page.status());
            assertTrue(page.body().contains("not registered"));
            assertNobodyCalled(stranger);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://LOCALHOST:{port}/fhir",
                "HTTP://localhost:{port}/fhir",
                "http://localhost:{port}/FHIR",
                "http://localhost:{port}/fhir/",
                "http://localhost:{port}/fhir?",
                "http://localhost:{port}/fhir#",
                "http://localhost:{port}/fhir/../fhir",
                "http://localhost:{port}/%66hir",
                "http://localhost:{port}%2ffhir",
                "http://localhost:{port}/fhir%2f",
                "http://localhost:{port}/fhir ",
                "http://localhost:{port}/fhir\u0000",
                "http://localhost:{port}/fhir\r\nX: y",
                "http://ehr@localhost:{port}/fhir",
                "http://localhost@evil.example:{port}/fhir",
                "http://localhost.evil.example:{port}/fhir",
                "http://localhost:{port}.evil.example/fhir",
                "http://localhost:{port}/fhir.evil",
                "http://127.0.0.1:{port}/fhir",
                "http://[::1]:{port}/fhir",
                "http://2130706433:{port}/fhir",
                "http://loc\u0430lhost:{port}/fhir",
                "http://localho\u017ft:{port}/fhir",
                "https://localhost:{port}/fhir",
                "http://localhost/fhir",
                "//localhost:{port}/fhir",
                "localhost:{port}/fhir",
                "file:///etc/passwd",
                "file://localhost/fhir",
                "jar:http://localhost:{port}/fhir!/",
                "http://169.254.169.254/latest/meta-data",
                "http://[::ffff:169.254.169.254]/",
                "http://localtest.me:{port}/fhir",
                "javascript:alert(1)"
            })
    void a2_anIssuerThatIsNotTheSameLetterForLetterIsRefusedWithoutOneConnection(String variant) {
        int before = ehr.asked().size();

        Page page = browser.get(node.launchAddress(variant.replace("{port}", "" + ehr.port()), "x"));

        assertEquals(403, page.status());
        assertEquals(before, ehr.asked().size());
        assertTrue(page.header("Location").isEmpty());
    }

    @Test
    void a2_aRedirectFromAnAllowedHostIsNotFollowed() throws IOException {
        try (ServerSocket internal = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ScriptedEhr moved = ScriptedEhr.start();
                Node other = Node.start(directory, moved.ehr())) {
            moved.on("/fhir/.well-known/smart-configuration", exchange -> {
                exchange.getResponseHeaders().set("Location", "http://localhost:" + internal.getLocalPort() + "/");
                ScriptedEhr.send(exchange, 302, "");
            });

            Page page = other.begin(browser, moved);

            assertEquals(502, page.status());
            assertNobodyCalled(internal);
        }
    }

    @Test
    void a2_twoIssuersInOneLaunchAreRefused() {
        String once = node.launchAddress(ehr.fhirBase(), "x");

        assertEquals(400, browser.get(once + "&iss=http%3A%2F%2Fevil.example").status());
    }

    @Test
    void theRegisteredIssuerIsTakenLetterForLetter() {
        assertFalse(ehr.asked("/fhir/.well-known/smart-configuration").isEmpty());
    }

    private static void assertNobodyCalled(ServerSocket listening) throws IOException {
        listening.setSoTimeout(300);
        try {
            listening.accept().close();
        } catch (SocketTimeoutException nobody) {
            return;
        }
        throw new AssertionError("a connection was made");
    }
}
