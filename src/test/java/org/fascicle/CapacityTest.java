package org.fascicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fascicle.testing.HttpAnswer;
import org.fascicle.testing.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program as it is started, with each limit set: what is at the limit is taken, one more is not. */
class CapacityTest {
    private static final String ENTRY =
            "{\"resource\":{\"resourceType\":\"Patient\"}," + "\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}}";

    @TempDir
    Path folder;

    private Serving serving;

    @Test
    void c8_aTransactionHasSoManyEntries() {
        start("FASCICLE_MOST_ENTRIES", "2");

        post("", transaction(ENTRY + "," + ENTRY)).expect(200);
        assertNamed(413, "2 entries", post("", transaction(ENTRY + "," + ENTRY + "," + ENTRY)));
    }

    @Test
    void c1_aBodyHasSoManyBytes() {
        start("FASCICLE_MOST_BYTES", "65536");
        String small = transaction(ENTRY);
        String padding = " ".repeat(65_536 - small.length());

        post("", small + padding).expect(200);
        assertNamed(413, "65536", post("", small + padding + " "));
    }

    /** At the most that may be set, too: no parser may give up before. */
    @ParameterizedTest
    @CsvSource({"20", "200"})
    void c2_aBodyIsNestedSoDeep(int levels) {
        start("FASCICLE_MOST_LEVELS", Integer.toString(levels));
        int extensions = (levels - 2) / 2;

        String stored = post("/Patient", nestedJson(extensions)).expect(201).header("Location");
        postXml("/Patient", nestedXml(levels - 2)).expect(201);
        String xml = get(stored.replaceFirst(".*/fhir", "") + "?_format=xml")
                .expect(200)
                .body();
        assertEquals(extensions, xml.split("<extension ", -1).length - 1);
        assertNamed(400, levels + " levels", post("/Patient", nestedJson(extensions + 1)));
        assertNamed(400, levels + " levels", postXml("/Patient", nestedXml(levels - 1)));
    }

    @Test
    void c3_aResponseHasSoManyItemsWhereverItStands() {
        start("FASCICLE_MOST_ITEMS", "200");

        // They are no items of ours, so what is not too many is read, and refused for that.
        assertEquals(422, post("/QuestionnaireResponse", response(items(200))).status());
        assertNamed(413, "200 items", post("/QuestionnaireResponse", response(items(201))));
        assertNamed(413, "200 items", post("/QuestionnaireResponse", response(nested(201))));
        assertNamed(413, "200 items", post("/QuestionnaireResponse/$assess", along(response(items(201)))));
        assertNamed(413, "200 items", post("/QuestionnaireResponse/$assess", inPart(response(items(201)))));
        assertNamed(
                413,
                "200 items",
                post(
                        "",
                        transaction("{\"resource\":" + response(items(201))
                                + ",\"request\":{\"method\":\"POST\",\"url\":\"QuestionnaireResponse\"}}")));
    }

    @Test
    void c3_aResponseHasSoManyAnswers() {
        start("FASCICLE_MOST_ANSWERS", "200");

        assertEquals(422, post("/QuestionnaireResponse", response(answers(200))).status());
        assertNamed(413, "200 answers", post("/QuestionnaireResponse", response(answers(201))));
    }

    @Test
    void c3_sixtyThousandAnswersWhereTheyAreAllowedGetAShortAnswer() {
        start("FASCICLE_MOST_ANSWERS", "100000");

        HttpAnswer refused = post("/QuestionnaireResponse", response(answers(60_000)));
        Refusal.assertInWords(422, refused);
        assertTrue(refused.body().length() < 50_000);
    }

    @Test
    void anAnswerOfTheStoreHasSoManyBytes() {
        start();
        String store = serving.base() + "/fhir";
        put("/Patient/small", "{\"resourceType\":\"Patient\",\"id\":\"small\"}").expect(201);
        put("/Patient/large", large(1_048_576)).expect(201);
        try (Serving before = Serving.start(
                settings(Map.of(
                        "FASCICLE_STORE",
                        store,
                        "FASCICLE_STATE",
                        "jdbc:sqlite:" + folder.resolve("state.db"),
                        "FASCICLE_ANSWER_BYTES",
                        "1048576")),
                Clock.systemUTC())) {
            String here = before.base() + "/fhir/Patient/";

            HttpAnswer.to(HttpRequest.newBuilder(URI.create(here + "small")).build())
                    .expect(200);
            Refusal.assertInWords(
                    503,
                    HttpAnswer.to(
                            HttpRequest.newBuilder(URI.create(here + "large")).build()));
        }
    }

    @Test
    void aPageHasSoManyMatchesAndLeadsOn() {
        start("FASCICLE_MOST_MATCHES", "10");
        post("", transaction(IntStream.range(0, 11).mapToObj(n -> ENTRY).collect(Collectors.joining(","))))
                .expect(200);
        for (int version = 1; version <= 11; version++) {
            put("/Device/many", "{\"resourceType\":\"Device\",\"id\":\"many\",\"lotNumber\":\"" + version + "\"}");
        }

        for (String path : new String[] {"/Patient?", "/Device/many/_history?"}) {
            assertEquals(10, entries(get(path + "&_count=500")), path);
            assertEquals(10, entries(get(path)), path);
            assertTrue(get(path + "&_count=500").body().contains("\"next\""));
        }
    }

    @ParameterizedTest
    @CsvSource({"10,300", "50,900"})
    void aSearchHasSoManyConditionsAndValues(int conditions, int values) {
        start("FASCICLE_MOST_CONDITIONS", "" + conditions, "FASCICLE_MOST_VALUES", "" + values);
        String search = conditions(conditions);
        String more = conditions(conditions + 1);

        get("/Patient?" + search).expect(200);
        assertNamed(400, conditions + " conditions", get("/Patient?" + more));
        form(values(values / 10, 10)).expect(200);
        form(values(values / 2, 2)).expect(200);
        assertNamed(400, values + " values", form(values(values / 2, 2) + "&name=x"));
        post("/Patient", patient(), "If-None-Exist", search).expect(201);
        assertNamed(400, conditions + " conditions", post("/Patient", patient(), "If-None-Exist", more));
        put("/Patient?" + search, patient()).expect(201);
        assertNamed(400, conditions + " conditions", put("/Patient?" + more, patient()));
        post("", transaction(unless(search))).expect(200);
        assertNamed(400, conditions + " conditions", post("", transaction(unless(more))));
        post("", transaction(found(search))).expect(200);
        assertNamed(400, conditions + " conditions", post("/Device", device(more)));
        assertNamed(400, conditions + " conditions", post("/Subscription", subscription(more)));
        assertNamed(400, conditions + " conditions", post("", transaction(found(more))));
    }

    @Test
    void whatIsAllowedIsToldByTheCapabilityStatement() {
        start("FASCICLE_MOST_BYTES", "70001", "FASCICLE_MOST_MATCHES", "11", "FASCICLE_MOST_ITEMS", "203");
        String told = get("/metadata").expect(200).body();

        assertTrue(told.contains("70001 bytes") && told.contains("at most 11;") && told.contains("203 items"), told);
    }

    @ParameterizedTest
    @CsvSource({
        "FASCICLE_MOST_BYTES,65536,67108864",
        "FASCICLE_MOST_LEVELS,20,200",
        "FASCICLE_MOST_ENTRIES,1,10000",
        "FASCICLE_MOST_ITEMS,200,100000",
        "FASCICLE_MOST_ANSWERS,200,100000",
        "FASCICLE_MOST_MATCHES,10,500",
        "FASCICLE_MOST_CONDITIONS,10,50",
        "FASCICLE_MOST_VALUES,300,900",
        "FASCICLE_AT_ONCE,1,190",
        "FASCICLE_RATE,1,1000000",
        "FASCICLE_STORE_SECONDS,1,300",
        "FASCICLE_ANSWER_BYTES,1048576,268435456"
    })
    void aLimitOutOfRangeIsNamedBeforeAnythingStarts(String variable, int least, int most) {
        Settings.from(Map.of(variable, "" + least));
        Settings.from(Map.of(variable, "" + most));
        for (String wrong : new String[] {"" + (least - 1), "" + (most + 1), "many"}) {
            String said = assertThrows(IllegalArgumentException.class, () -> Settings.from(Map.of(variable, wrong)))
                    .getMessage();

            assertEquals(
                    "`" + variable + "` is `" + wrong + "`; it must be a whole number from " + least + " to " + most,
                    said);
        }
    }

    @AfterEach
    void stop() {
        if (serving != null) {
            serving.close();
        }
    }

    private void start(String... settings) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            given.put(settings[i], settings[i + 1]);
        }
        serving = Serving.start(settings(given), Clock.systemUTC());
    }

    private Settings settings(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(
                Map.of("FASCICLE_PORT", "0", "FASCICLE_STORE", "jdbc:sqlite:" + folder.resolve("fascicle.db")));
        all.putAll(given);
        return Settings.from(all);
    }

    private static String large(int bytes) {
        return "{\"resourceType\":\"Patient\",\"id\":\"large\",\"name\":[{\"text\":\"" + "x".repeat(bytes) + "\"}]}";
    }

    private static void assertNamed(int status, String bound, HttpAnswer refused) {
        Refusal.assertInWords(status, refused);
        assertTrue(refused.body().contains(bound), refused.body());
    }

    private static String transaction(String entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entries + "]}";
    }

    private static String unless(String search) {
        return ENTRY.replace("\"POST\"", "\"POST\",\"ifNoneExist\":\"" + search + "\"");
    }

    private static String found(String search) {
        return ENTRY.replace("\"POST\"", "\"PUT\"")
                .replace("\"url\":\"Patient\"", "\"url\":\"Patient?" + search + "\"");
    }

    private static String patient() {
        return "{\"resourceType\":\"Patient\"}";
    }

    private static String device(String search) {
        return "{\"resourceType\":\"Device\",\"patient\":{\"reference\":\"Patient?" + search + "\"}}";
    }

    private static String subscription(String search) {
        return "{\"resourceType\":\"Subscription\",\"status\":\"requested\",\"reason\":\"x\",\"criteria\":"
                + "\"RiskAssessment?" + search + "\",\"channel\":{\"type\":\"rest-hook\"}}";
    }

    /** None of them finds anybody. */
    private static String conditions(int many) {
        return IntStream.range(0, many).mapToObj(n -> "family=nobody" + n).collect(Collectors.joining("&"));
    }

    private static String values(int many, int conditions) {
        String values = IntStream.range(0, many).mapToObj(n -> "nobody" + n).collect(Collectors.joining(","));
        return IntStream.range(0, conditions).mapToObj(n -> "family=" + values).collect(Collectors.joining("&"));
    }

    /** Two levels for each extension, and one for the resource. */
    private static String nestedJson(int extensions) {
        String opening = "\"extension\":[{\"url\":\"http://example.org/x\",";
        return "{\"resourceType\":\"Patient\"," + opening.repeat(extensions) + "\"valueBoolean\":true"
                + "}]".repeat(extensions) + "}";
    }

    private static String nestedXml(int extensions) {
        return "<Patient xmlns=\"http://hl7.org/fhir\">"
                + "<extension url=\"http://example.org/x\">".repeat(extensions) + "<valueBoolean value=\"true\"/>"
                + "</extension>".repeat(extensions)
                + "</Patient>";
    }

    private static String response(String items) {
        return "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"in-progress\",\"item\":[" + items + "]}";
    }

    private static String items(int many) {
        return IntStream.range(0, many).mapToObj(n -> "{\"linkId\":\"a\"}").collect(Collectors.joining(","));
    }

    /** Items below items and below answers. */
    private static String nested(int many) {
        String item = "{\"linkId\":\"a\",\"item\":[{\"linkId\":\"b\"}],\"answer\":[{\"valueBoolean\":true,\"item\":"
                + "[{\"linkId\":\"c\"}]}]}";
        return IntStream.range(0, many / 3).mapToObj(n -> item).collect(Collectors.joining(","));
    }

    private static String answers(int many) {
        return "{\"linkId\":\"a\",\"answer\":["
                + IntStream.range(0, many)
                        .mapToObj(n -> "{\"valueBoolean\":true}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private static String along(String response) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"response\",\"resource\":" + response
                + "}]}";
    }

    private static String inPart(String response) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"x\",\"part\":[{\"name\":\"response\","
                + "\"resource\":" + response + "}]}]}";
    }

    private static int entries(HttpAnswer page) {
        return page.expect(200).body().split("\"fullUrl\"", -1).length - 1;
    }

    private HttpAnswer get(String path) {
        return HttpAnswer.to(at(path).GET().build());
    }

    private HttpAnswer form(String search) {
        return HttpAnswer.to(at("/Patient/_search")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(search))
                .build());
    }

    private HttpAnswer post(String path, String body, String... headers) {
        HttpRequest.Builder request = at(path).header("Content-Type", "application/fhir+json");
        return HttpAnswer.to((headers.length == 0 ? request : request.headers(headers))
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpAnswer postXml(String path, String body) {
        return HttpAnswer.to(at(path).header("Content-Type", "application/fhir+xml")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpAnswer put(String path, String body) {
        return HttpAnswer.to(at(path).header("Content-Type", "application/fhir+json")
                .PUT(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(serving.base() + "/fhir" + path));
    }
}
