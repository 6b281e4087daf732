package org.fascicle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fascicle.chart.Chart;
import org.fascicle.testing.HttpAnswer;
import org.fascicle.testing.MovingClock;
import org.fascicle.testing.PracticeChart;
import org.fascicle.testing.Refusal;
import org.fascicle.testing.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Numbers as in the list of threats. */
class RefusalsTest extends ServerTest {
    private static final String NONE = "";

    @ParameterizedTest
    @CsvSource({
        "404, GET, /",
        "404, GET, /Horoscope",
        "404, GET, /Horoscope/1",
        "404, GET, /metadata/p/_history/1",
        "404, GET, /metadata/metadata",
        "404, GET, /Patient/nobody",
        "404, GET, /Patient/nobody/_history",
        "404, GET, /Patient/nobody/_history/1",
        "404, GET, /Patient/nobody/$everything",
        "404, POST, /QuestionnaireResponse/nobody/$assess",
        "404, POST, /QuestionnaireResponse/nobody/$diagnose",
        "404, POST, /$assess",
        "404, POST, /Patient/$assess",
        "404, GET, /Questionnaire/none",
        "404, GET, /Patient/1/2/3/4",
        "404, GET, /Patient/_history",
        "404, GET, /_history",
        "400, GET, /Patient/not%20an%20id",
        "400, GET, /Patient/a%00b",
        "400, GET, /Patient?birthdate=yesterday",
        "400, GET, /Patient?family",
        "400, GET, /Patient?_sort=shoe-size",
        "400, GET, /Patient?_count=many",
        "400, GET, /Patient?_count=0",
        "400, GET, /Patient?_summary=count",
        "400, GET, /Patient?_after=nonsense",
        "400, GET, /Patient?_include=Patient:everything",
        "400, GET, /Observation?_include=Observation:subject:Encounter",
        "400, GET, /QuestionnaireResponse?_include=QuestionnaireResponse:questionnaire",
        "400, GET, /Patient/x/_history?_since=yesterday",
        "400, POST, /QuestionnaireResponse/x/_history/1/$assess",
        "415, POST, /Patient/_search",
        "415, POST, /ValueSet/_search",
        "400, GET, /Patient?_has:Observation:patient:code=1",
        "400, GET, /Observation?patient.family=Abel",
        "400, GET, /Observation?_revinclude=Provenance:target",
        "400, GET, /Patient/x/_history?since=1",
        "406, GET, /metadata?_format=text/turtle",
        "405, DELETE, /Patient/1",
        "405, PATCH, /Patient/1",
        "405, TRACE, /Patient/1",
        "405, OPTIONS, /Patient",
        "405, POST, /Patient/1",
        "405, PUT, /AuditEvent/1",
        "405, POST, /AuditEvent",
        "405, POST, /ValueSet",
        "405, PUT, /ValueSet/x",
        "405, GET, /QuestionnaireResponse/x/$assess"
    })
    void B10_whatIsNotOfferedIsRefusedInWords(int status, String method, String path) {
        boolean sends = method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
        byte[] body = (sends ? "{\"resourceType\":\"Parameters\"}" : NONE).getBytes(StandardCharsets.UTF_8);
        if (method.equals("TRACE")) {
            assertEquals(405, rawStatus("TRACE /fhir/Patient/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
            return;
        }
        HttpAnswer answer = server.send(method, path, body, "Content-Type", "application/fhir+json");
        Refusal.assertInWords(status, answer);
        if (status == 405) {
            assertFalse(answer.header("Allow").isEmpty());
        }
    }

    @Test
    void B10_aFormatThatIsNotOfferedIsRefused() {
        Refusal.assertInWords(406, server.get("/metadata", "Accept", "text/turtle"));
        Refusal.assertInWords(406, server.get("/metadata", "Accept", "image/png, application/fhir+json;q=0"));
    }

    @Test
    void B10_anotherVersionOfFhirIsNeitherSpokenNorRead() {
        String other = "application/fhir+json; fhirVersion=3.0";
        Refusal.assertInWords(406, server.get("/metadata", "Accept", other));
        Refusal.assertInWords(415, server.post("/Patient", "{\"resourceType\":\"Patient\"}", "Content-Type", other));
        String ours = "application/fhir+json; fhirVersion=4.0";
        server.get("/metadata", "Accept", other + ", " + ours).expect(200);
        server.post("/Patient", "{\"resourceType\":\"Patient\"}", "Content-Type", ours)
                .expect(201);
    }

    @Test
    void B11_aRefusalComesInTheFormatThatWasAskedFor() {
        HttpAnswer xml = server.get("/Patient/nobody", "Accept", "application/fhir+xml");
        Refusal.assertInWords(404, xml);
        assertTrue(xml.header("Content-Type").startsWith("application/fhir+xml"));
        HttpAnswer named = server.get("/Patient/nobody?_format=xml", "Accept", "application/fhir+json");
        assertTrue(named.header("Content-Type").startsWith("application/fhir+xml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void B1_aMethodIsNotChangedByAHeader(String method) {
        put("Patient", "kept", patient("kept", "Kept"));
        HttpAnswer answer = server.send("GET", "/Patient/kept", new byte[0], "X-HTTP-Method-Override", method);
        answer.expect(200);
    }

    static Stream<String> notEvenHttp() {
        return Stream.of(
                "GET /fhir/metadata\r\n\r\n",
                "\u0001\u0002\u0003\r\n\r\n",
                "GET /fhir/metadata HTTP/1.1\r\n\r\n",
                "GET /fhir/metadata HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /fhir/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /fhir/..%2f..%2fetc HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /fhir/metadata HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "POST /fhir HTTP/1.1\r\nHost: x\r\nContent-Length: nine\r\n\r\n",
                "POST /fhir HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "GET /fhir/metadata HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(40_000) + "\r\n\r\n",
                "GET /fhir/" + "y".repeat(40_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("notEvenHttp")
    void B10_whatIsNotEvenHttpIsRefusedWithoutATrace(String sent) {
        String answer = raw(sent);
        assertTrue(answer.matches("(?s)HTTP/1.1 (4|5)\\d\\d .*"), answer);
        assertFalse(answer.contains("Exception") || answer.contains("org.eclipse") || answer.contains("\tat "), answer);
        assertTrue(answer.contains("OperationOutcome"), answer);
        server.get("/metadata").expect(200);
    }

    @Test
    void whatIsNotEvenHttpIsNoBugOfOurs() {
        Logger ours = (Logger) LoggerFactory.getLogger("org.fascicle");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        ours.addAppender(lines);
        try {
            notEvenHttp().forEach(RefusalsTest::raw);
        } finally {
            ours.detachAppender(lines);
        }
        assertEquals(
                List.of(),
                lines.list.stream()
                        .filter(line -> line.getLevel() == Level.ERROR)
                        .toList());
    }

    @Test
    void B10_aBugIsAFixedTextAndANumber(@TempDir Path other) {
        MovingClock clock = server.clock();
        Chart chart = PracticeChart.open(other, clock);
        Access broken = request -> {
            throw new IllegalStateException("Patient Abel at /var/lib/fascicle");
        };
        try (RunningServer ill = RunningServer.start(chart, clock, broken, PracticeChart.assessing(clock))) {
            HttpAnswer answer = ill.get("/Patient/1");
            Refusal.assertInWords(500, answer);
            String text = answer.issues().get(0).getDetails().getText();
            assertTrue(
                    text.matches("Something went wrong here, not with the request; the log knows it as [0-9a-f]{12}"),
                    text);
            ill.get("/metadata").expect(200);
        }
    }

    @Test
    void aReferenceToUsByOurWholeAddressIsKnownForOurs() {
        put("Patient", "whole", patient("whole", "Whole")).expect(201);
        String response = "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},"
                + "\"subject\":{\"reference\":\"" + server.fhir() + "/Patient/whole\"}}";
        String id = createdId(server.post("/Observation", response));
        assertEquals(
                List.of(id), server.get("/Observation?patient=Patient/whole").ids());
    }

    private static int rawStatus(String sent) {
        return Integer.parseInt(raw(sent).substring(9, 12));
    }

    private static String raw(String sent) {
        try (Socket socket = new Socket("127.0.0.1", server.base().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        } catch (IOException closed) {
            throw new java.io.UncheckedIOException(closed);
        }
    }
}
