package org.fascicle.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request is worked on when its body is here, and not before. */
class ArrivalTest {
    private static final int PLACES = 2;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<Socket> slow = new ArrayList<>();
    private Listener listener;

    @BeforeEach
    void start() {
        Guards guards = new Guards(false, new Sender(Set.of()), Optional.empty(), PLACES, Set.of());
        listener = Listener.start("127.0.0.1", 0, context -> {
            guards.addTo(context);
            context.addServlet(new ServletHolder(new Echo()), "/echo");
        });
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket one : slow) {
            one.close();
        }
        listener.close();
    }

    @Test
    void c9_threeHundredSlowBodiesTakeNeitherAPlaceNorAThread() throws Exception {
        for (int i = 0; i < 300; i++) {
            slow.add(begun("Content-Length: 6\r\n\r\nabc"));
        }

        for (int i = 0; i < 20; i++) {
            assertArrayEquals(new byte[] {'x'}, post(new byte[] {'x'}).body());
        }
        for (Socket one : slow.subList(0, PLACES)) {
            one.getOutputStream().write("def".getBytes(US_ASCII));
            assertTrue(answer(one).contains("abcdef"));
        }
    }

    /** Around what is awaited, and around the buffers on the way. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8_191, 8_192, 65_535, 65_536, 65_537, 1_000_000})
    void aBodyComesAsItWasSentInOnePieceOrInMany(int length) throws Exception {
        byte[] body = new byte[length];
        new Random(length).nextBytes(body);

        assertArrayEquals(body, post(body).body());
        HttpRequest inParts = request()
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        assertArrayEquals(body, HTTP.send(inParts, BodyHandlers.ofByteArray()).body());
        HttpRequest whenTold = request()
                .expectContinue(true)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        assertArrayEquals(body, HTTP.send(whenTold, BodyHandlers.ofByteArray()).body());
    }

    @Test
    void aBodyThatComesByteByByteIsPutTogether() throws Exception {
        Socket one = begun("Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        slow.add(one);
        one.setTcpNoDelay(true);
        for (byte part : "3\r\nabc\r\n3\r\ndef\r\n0\r\n\r\n".getBytes(US_ASCII)) {
            one.getOutputStream().write(part);
            TimeUnit.MILLISECONDS.sleep(5);
        }

        assertTrue(answer(one).contains("abcdef"));
    }

    @Test
    void aSenderWhoGoesAwayInTheMiddleLeavesNothingBehind() throws Exception {
        for (int i = 0; i < 20; i++) {
            begun("Content-Length: 6\r\n\r\nabc").close();
        }

        assertEquals(200, post(new byte[10]).statusCode());
    }

    private Socket begun(String rest) throws IOException {
        Socket socket = new Socket("127.0.0.1", listener.port());
        socket.setSoTimeout((int) Duration.ofSeconds(60).toMillis());
        socket.getOutputStream().write(("POST /echo HTTP/1.1\r\nHost: x\r\n" + rest).getBytes(US_ASCII));
        return socket;
    }

    /** Until all of the body that these tests expect is there. */
    private static String answer(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next >= 0;
                next = socket.getInputStream().read()) {
            answer.append((char) next);
            if (answer.indexOf("abcdef") >= 0) {
                break;
            }
        }
        return answer.toString();
    }

    private HttpResponse<byte[]> post(byte[] body) throws Exception {
        return HTTP.send(request().POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.port() + "/echo"))
                .timeout(Duration.ofSeconds(60));
    }

    private static final class Echo extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            byte[] body = request.getInputStream().readAllBytes();
            response.getOutputStream().write(body);
        }
    }
}
