package org.fascicle.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTest {
    private final Outbound outbound = new Outbound(Duration.ofSeconds(1), 1000);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/exact", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[1000]);
            exchange.close();
        });
        server.createContext("/longer", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[1001]);
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/exact");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anAnswerOfTheLimitIsRead() throws IOException {
        assertEquals(1000, outbound.get(at("/exact"), "*/*").body().length);
    }

    @Test
    void aLongerAnswerIsNot() {
        assertThrows(IOException.class, () -> outbound.get(at("/longer"), "*/*"));
    }

    @Test
    void aRedirectIsAnAnswer() throws IOException {
        assertEquals(302, outbound.get(at("/moved"), "*/*").status());
    }

    @Test
    void aServerThatAcceptsAndSaysNothingIsNotWaitedFor() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI where = URI.create("http://localhost:" + silent.getLocalPort() + "/");

            assertThrows(HttpTimeoutException.class, () -> outbound.get(where, "*/*"));
        }
    }

    @Test
    void whereNobodyListensNothingWasSent() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThrows(NotSent.class, () -> outbound.get(URI.create("http://localhost:" + port + "/"), "*/*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "https://user@example.org/",
                "https://example.org/#x",
                "https://example.org/a/../b",
                "https://169.254.169.254/latest/",
                "https://[fe80::1]/",
                "https://[::ffff:169.254.169.254]/",
                "https://[fd00:ec2::254]/",
                "https://0.0.0.0/",
                "https://224.0.0.1/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "https:///nohost"
            })
    void anAddressThatIsNotFitIsNotAsked(String address) {
        assertThrows(NotSent.class, () -> outbound.get(URI.create(address), "*/*"));
    }

    @Test
    void anOriginIsWhatABrowserSaysItIs() {
        assertEquals("https://ehr.example.org", WebAddress.origin(URI.create("https://EHR.example.org:443/fhir")));
        assertEquals("http://localhost:8080", WebAddress.origin(URI.create("http://localhost:8080/x")));
    }

    @Test
    void loopbackIsThisMachineAndNothingThatLooksLikeIt() {
        assertTrue(WebAddress.isLoopback(URI.create("http://127.0.0.1:80/")));
        assertTrue(WebAddress.isLoopback(URI.create("http://[::1]/")));
        assertFalse(WebAddress.isLoopback(URI.create("http://localhost.evil.example/")));
        assertFalse(WebAddress.isLoopback(URI.create("http://127.0.0.1.evil.example/")));
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }
}
