package org.fascicle.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.fascicle.testing.HttpAnswer;
import org.fascicle.testing.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers as in the list of threats. */
class BrokenBodiesTest extends ServerTest {
    private static final String JSON = "application/fhir+json";
    private static final String XML = "application/fhir+xml";
    private static final String HEAD = "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\"";
    private static final String OPENED = "<QuestionnaireResponse xmlns=\"http://hl7.org/fhir\">";

    /** A body sent to create a response, and the status it is refused with. */
    record Sent(String name, int status, String type, byte[] body) {
        Sent(String name, int status, String type, String body) {
            this(name, status, type, body.getBytes(UTF_8));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sent> json() {
        return Stream.of(
                new Sent("no body", 400, JSON, ""),
                new Sent("not JSON", 400, JSON, "hello"),
                new Sent("an array", 400, JSON, "[]"),
                new Sent("a text", 400, JSON, "\"QuestionnaireResponse\""),
                new Sent("cut off", 400, JSON, HEAD),
                new Sent("something after the end", 400, JSON, HEAD + "}{}"),
                new Sent("no resource type", 400, JSON, "{\"status\":\"completed\"}"),
                new Sent("an unknown resource type", 400, JSON, "{\"resourceType\":\"Horoscope\"}"),
                new Sent("another resource type", 400, JSON, "{\"resourceType\":\"Patient\"}"),
                new Sent("an unknown element", 400, JSON, HEAD + ",\"mood\":\"good\"}"),
                new Sent("a text where an array belongs", 400, JSON, HEAD + ",\"item\":\"none\"}"),
                new Sent("C2 objects nested ten thousand deep", 400, JSON, nestedJson(10_000)),
                new Sent(
                        "C2 arrays nested a hundred thousand deep",
                        400,
                        JSON,
                        HEAD + ",\"item\":" + "[".repeat(100_000)),
                new Sent("C2 extensions nested ten thousand deep", 400, JSON, nestedExtensions(10_000)),
                new Sent("C2 a narrative nested ten thousand deep", 400, JSON, nestedNarrative(10_000)),
                new Sent("C7 a key given twice", 400, JSON, HEAD + ",\"status\":\"amended\"}"),
                new Sent(
                        "C3 an integer beyond every measure",
                        400,
                        JSON,
                        answer("\"valueInteger\":" + "9".repeat(5_000))),
                new Sent("C3 an integer that overflows", 400, JSON, answer("\"valueInteger\":99999999999")),
                new Sent(
                        "C3 a decimal of a million digits behind its exponent",
                        400,
                        JSON,
                        answer("\"valueDecimal\":1e999999")),
                new Sent("C3 a decimal hidden in a text", 400, JSON, answer("\"valueDecimal\":\"1e999999999\"")),
                new Sent("C3 not a number", 400, JSON, answer("\"valueDecimal\":NaN")),
                new Sent("C3 half a surrogate pair", 400, JSON, answer("\"valueString\":\"\\ud800\"")),
                new Sent("C3 NUL", 400, JSON, answer("\"valueString\":\"a\\u0000b\"")),
                new Sent("C3 NUL as a byte", 400, JSON, answer("\"valueString\":\"a\u0000b\"")),
                new Sent("C3 a day that is none", 400, JSON, answer("\"valueDate\":\"2026-02-30\"")),
                new Sent("not UTF-8", 400, JSON, answer("\"valueString\":\"é\"").getBytes(StandardCharsets.ISO_8859_1)),
                new Sent("C1 more than the limit", 413, JSON, HEAD + " ".repeat(3_000_000) + "}"),
                new Sent(
                        "C3 a text of three million",
                        413,
                        JSON,
                        answer("\"valueString\":\"" + "x".repeat(3_000_000) + "\"")));
    }

    static Stream<Sent> xml() {
        String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\">"
                + IntStream.range(0, 20)
                        .mapToObj(
                                n -> "<!ENTITY a" + n + " \"" + ("&a" + (n == 0 ? "" : n - 1) + ";").repeat(10) + "\">")
                        .collect(Collectors.joining())
                + "]>";
        return Stream.of(
                new Sent("not XML", 400, XML, "hello"),
                new Sent("cut off", 400, XML, OPENED),
                new Sent("no namespace", 400, XML, "<QuestionnaireResponse/>"),
                new Sent(
                        "B7 a DOCTYPE",
                        400,
                        XML,
                        "<!DOCTYPE QuestionnaireResponse>" + OPENED + "</QuestionnaireResponse>"),
                new Sent(
                        "B7 an external entity",
                        400,
                        XML,
                        doctype + OPENED + "<status value=\"&e;\"/></QuestionnaireResponse>"),
                new Sent(
                        "B7 entities that multiply",
                        400,
                        XML,
                        laughs + OPENED + "<status value=\"&a19;\"/></QuestionnaireResponse>"),
                new Sent(
                        "B7 an inclusion",
                        400,
                        XML,
                        OPENED
                                + "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/hostname\"/>"
                                + "</QuestionnaireResponse>"),
                new Sent(
                        "B7 a style sheet",
                        400,
                        XML,
                        "<?xml-stylesheet href=\"x.xsl\"?>" + OPENED + "</QuestionnaireResponse>"),
                new Sent(
                        "C2 elements nested ten thousand deep",
                        400,
                        XML,
                        OPENED + "<item>".repeat(10_000) + "</item>".repeat(10_000) + "</QuestionnaireResponse>"),
                new Sent(
                        "C2 a narrative nested ten thousand deep",
                        400,
                        XML,
                        OPENED + "<text><status value=\"generated\"/><div xmlns=\"http://www.w3.org/1999/xhtml\">"
                                + "<b>".repeat(10_000) + "</b>".repeat(10_000)
                                + "</div></text></QuestionnaireResponse>"),
                new Sent("another resource type", 400, XML, "<Patient xmlns=\"http://hl7.org/fhir\"/>"));
    }

    static Stream<Sent> types() {
        return Stream.of(
                new Sent("JSON said to be XML", 400, XML, HEAD + "}"),
                new Sent("XML said to be JSON", 400, JSON, OPENED + "</QuestionnaireResponse>"),
                new Sent("plain text", 415, "text/plain", HEAD + "}"),
                new Sent("a form", 415, "application/x-www-form-urlencoded", "status=completed"),
                new Sent("RDF", 415, "text/turtle", HEAD + "}"),
                new Sent("nonsense", 415, "///", HEAD + "}"),
                new Sent("another encoding", 415, "application/fhir+json; charset=utf-16", HEAD + "}"));
    }

    @ParameterizedTest
    @MethodSource({"json", "xml", "types"})
    void aBrokenBodyIsRefusedInWords(Sent sent) {
        HttpAnswer answer = server.send("POST", "/QuestionnaireResponse", sent.body(), "Content-Type", sent.type());
        Refusal.assertInWords(sent.status(), answer);
    }

    @ParameterizedTest
    @MethodSource({"json", "xml"})
    void andSoItIsByAnOperation(Sent sent) {
        HttpAnswer answer =
                server.send("POST", "/QuestionnaireResponse/$assess", sent.body(), "Content-Type", sent.type());
        Refusal.assertInWords(sent.body().length == 0 ? 400 : sent.status(), answer);
    }

    @Test
    void B11_aSmallBodyThatInflatesIsMeasuredInflated() {
        byte[] bomb = zipped((HEAD + " ".repeat(100_000_000) + "}").getBytes(UTF_8));
        assertTrue(bomb.length < 200_000);
        Refusal.assertInWords(413, zippedPost(bomb));
    }

    @Test
    void B11_aBodyThatIsNotWhatItsEncodingSaysIsRefused() {
        Refusal.assertInWords(400, zippedPost("not gzip".getBytes(UTF_8)));
        Refusal.assertInWords(
                415,
                server.send("POST", "/Patient", "{}".getBytes(UTF_8), "Content-Type", JSON, "Content-Encoding", "br"));
    }

    @Test
    void B11_aZippedBodyIsRead() {
        byte[] zipped = zipped(patient("x", "Zipped").getBytes(UTF_8));
        server.send("POST", "/Patient", zipped, "Content-Type", JSON, "Content-Encoding", "gzip")
                .expect(201);
    }

    @Test
    void oneIssueForEachThingThatIsNotFhir() {
        HttpAnswer answer = server.post(
                "/Patient",
                "{\"resourceType\":\"Patient\",\"mood\":\"good\",\"gender\":\"sometimes\",\"active\":\"no\"}");
        assertEquals(3, answer.expect(400).issues().size(), answer.body());
    }

    @Test
    void C8_aBundleWithTooManyEntriesIsRefused() {
        String entries = IntStream.range(0, 1_001)
                .mapToObj(
                        n ->
                                "{\"resource\":{\"resourceType\":\"Patient\"},\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}}")
                .collect(Collectors.joining(","));
        Refusal.assertInWords(
                413,
                server.post("", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entries + "]}"));
    }

    @Test
    void aBundleEntryWithoutAResourceIsRefused() {
        for (String entry : List.of(
                "{\"fullUrl\":\"urn:uuid:1\"}", "{}", "{\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}}")) {
            HttpAnswer answer =
                    server.post("", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entry + "]}");
            assertTrue(List.of(400, 422).contains(answer.status()), answer.body());
            Refusal.assertInWords(answer.status(), answer);
        }
    }

    @AfterEach
    void theServerLivesOn() {
        server.get("/metadata").expect(200);
    }

    private HttpAnswer zippedPost(byte[] body) {
        return server.send("POST", "/Patient", body, "Content-Type", JSON, "Content-Encoding", "gzip");
    }

    private static byte[] zipped(byte[] plain) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zipped.toByteArray();
    }

    private static String answer(String value) {
        return HEAD + ",\"item\":[{\"linkId\":\"triggers\",\"item\":[{\"linkId\":\"trig.caffeine\",\"answer\":[{"
                + value + "}]}]}]}";
    }

    private static String nestedJson(int depth) {
        return HEAD + ",\"item\":[{\"linkId\":\"a\"" + ",\"item\":[{\"linkId\":\"a\"".repeat(depth) + "}]".repeat(depth)
                + "}]}";
    }

    private static String nestedExtensions(int depth) {
        return HEAD + ",\"extension\":[{\"url\":\"a\"" + ",\"extension\":[{\"url\":\"a\"".repeat(depth)
                + "}]".repeat(depth) + "}]}";
    }

    private static String nestedNarrative(int depth) {
        return HEAD + ",\"text\":{\"status\":\"generated\",\"div\":\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">"
                + "<b>".repeat(depth) + "</b>".repeat(depth) + "</div>\"}}";
    }
}
