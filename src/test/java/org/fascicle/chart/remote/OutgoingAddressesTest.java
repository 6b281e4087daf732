package org.fascicle.chart.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.Written;
import org.fascicle.chart.remote.ChartServer.Asked;
import org.fascicle.chart.remote.ChartServer.Reply;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Threats B7 and B8: what we send out, and to whom. */
class OutgoingAddressesTest {
    private static final Pattern ADDRESS =
            Pattern.compile("/fhir(/[A-Z][A-Za-z]{1,63}(/[A-Za-z0-9\\-.]{1,64}(/_history(/[A-Za-z0-9\\-.]{1,64})?)?)?)?"
                    + "(\\?[A-Za-z0-9_:%.*+=&-]*)?");

    @TempDir
    static Path folder;

    private static ChartServer server;
    private HttpServer elsewhere;
    private final AtomicInteger strayed = new AtomicInteger();
    private Chart chart;

    @BeforeAll
    static void start() {
        server = ChartServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() throws IOException {
        server.behave();
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            strayed.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        elsewhere.start();
        chart = RemoteChart.open(FhirServer.at(server.base(), token("secret-token")), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        elsewhere.stop(0);
        assertEquals(0, strayed.get(), "requests to another server");
    }

    @Test
    void b7AnAbsoluteLocationIsReadForItsIdAndNeverFollowed() {
        server.spoiler = (request, work) -> {
            Reply reply = work.answer();
            String id = reply.body().replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
            return request.method().equals("POST")
                    ? new Reply(201, Map.of("Location", evil("/fhir/Patient/" + id + "/_history/1")), "")
                    : reply;
        };
        Written written = chart.create(new Patient().setActive(true));
        assertTrue(written.stored().as(Patient.class).getActive());
        assertEquals(written.key(), server.chart.read(written.key()).key());
    }

    @Test
    void b7ANextPageOutsideTheBaseIsNotFollowed() {
        for (String link : List.of(
                evil("/fhir/Patient?page=2"),
                server.base().replace("http://", "http://user@") + "/Patient",
                server.base().replace("/fhir", "/other") + "/Patient",
                server.base() + "-evil/Patient",
                server.base() + "/../admin",
                "//" + evil("/x").substring(5),
                "file:///etc/passwd")) {
            server.spoiler = (request, work) -> Reply.of(200, page(link));
            Fault fault = assertThrows(Fault.class, () -> chart.searchAll(Search.of("Patient")), link);
            assertEquals(Kind.UNREADABLE, fault.kind());
            assertEquals(new Page(List.of(), List.of(), Optional.empty(), 1), chart.search(Search.of("Patient")), link);
        }
    }

    @Test
    void aRelativeNextPageIsBelowTheBase() {
        server.spoiler = (request, work) ->
                Reply.of(200, page("Patient?page=" + server.asked().size()));
        Page page = chart.search(Search.of("Patient"));
        chart.search(Search.of("Patient").after(page.next().orElseThrow()));
        assertEquals(
                List.of("/fhir/Patient?_count=50", "/fhir/Patient?page=1"),
                server.asked().stream().map(Asked::address).toList());
    }

    /** RFC 3986, 5.2 and 5.4: a relative link counts from the address that was asked. */
    @ParameterizedTest
    @CsvSource({
        "?page=1, /fhir/Patient?page=1",
        "./Patient?page=1, /fhir/Patient?page=1",
        "../fhir/Patient?page=1, /fhir/Patient?page=1",
        "/fhir/Patient?page=1, /fhir/Patient?page=1",
        "/fhir?pages=1, /fhir/?pages=1",
        "pages/1, /fhir/pages/1",
        "' ?page=1 ', /fhir/Patient?page=1"
    })
    void aRelativeNextPageCountsFromTheAddressThatWasAsked(String link, String address) {
        server.spoiler = (request, work) -> Reply.of(200, page(link));
        Page first = chart.search(Search.of("Patient"));
        chart.search(Search.of("Patient").after(first.next().orElseThrow()));
        assertEquals(address, last().address());
    }

    @Test
    void soDoesOneOnALaterPage() {
        server.spoiler =
                (request, work) -> Reply.of(200, page(server.asked().size() == 1 ? "/fhir/pages/2?of=7" : "?of=8"));
        Page first = chart.search(Search.of("Patient"));
        Page second = chart.search(Search.of("Patient").after(first.next().orElseThrow()));
        chart.search(Search.of("Patient").after(second.next().orElseThrow()));
        assertEquals("/fhir/pages/2?of=8", last().address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEXT", "Next", " next "})
    void theRelationOfANextPageHasNoCase(String relation) {
        server.spoiler = (request, work) -> Reply.of(200, page("?page=2").replace("\"next\"", "\"" + relation + "\""));
        assertTrue(chart.search(Search.of("Patient")).next().isPresent());
    }

    @Test
    void aNextPageWithoutAnAddressIsUnread() {
        for (String link : List.of("{\"relation\":\"next\"}", "{\"relation\":\"next\",\"url\":\"\"}")) {
            server.spoiler = (request, work) -> Reply.of(200, "{\"resourceType\":\"Bundle\",\"link\":[" + link + "]}");
            assertEquals(new Page(List.of(), List.of(), Optional.empty(), 1), chart.search(Search.of("Patient")), link);
        }
    }

    @Test
    void aPageThatLinksToItselfEndsTheSearch() {
        server.spoiler = (request, work) -> Reply.of(200, page("Patient?page=2"));
        Fault fault = assertThrows(Fault.class, () -> chart.searchAll(Search.of("Patient")));
        assertEquals(Kind.UNREADABLE, fault.kind());
        assertEquals(2, server.asked().size());
    }

    @Test
    void b7ARedirectIsNotFollowedAndSoTheTokenStaysHere() {
        server.spoiler = (request, work) -> new Reply(302, Map.of("Location", evil("/fhir/Patient/1")), "");
        Fault fault = assertThrows(Fault.class, () -> chart.read(new Key("Patient", "1")));
        assertTrue(fault.getMessage().contains("another address"), fault.getMessage());
    }

    @Test
    void b7AbsoluteReferencesInWhatIsWrittenAndReadAreLeftAlone() {
        QuestionnaireResponse response = new QuestionnaireResponse();
        response.setQuestionnaire(evil("/Questionnaire/1"));
        response.getMeta().addProfile(evil("/profile"));
        response.setImplicitRules(evil("/rules"));
        response.getSubject().setReference(evil("/fhir/Patient/1"));
        Written written = chart.create(response);
        QuestionnaireResponse read = chart.read(written.key()).as(QuestionnaireResponse.class);
        assertEquals(evil("/fhir/Patient/1"), read.getSubject().getReference());
        assertEquals(evil("/Questionnaire/1"), read.getQuestionnaire());
    }

    @Test
    void b7AnAnswerInXmlIsNotRead() {
        server.spoiler = (request, work) -> new Reply(
                200,
                Map.of("Content-Type", "application/fhir+xml"),
                "<!DOCTYPE p [<!ENTITY x SYSTEM \"" + evil("/x") + "\">]><Patient xmlns=\"http://hl7.org/fhir\"/>");
        assertThrows(Fault.class, () -> chart.read(new Key("Patient", "1")));
        assertEquals("application/fhir+json, application/json;q=0.9", last().header("Accept"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a&patient=2", "a|b", "a,b", "a$b", "a\\b", "a\nb", "a%26b", "a#b", "a?b", "a/../b", "ä \""})
    void b8AValueNeverBecomesPartOfTheAddress(String value) {
        Search search = Search.of("Patient").whereToken("identifier", "http://mrn.example", value);
        chart.searchAll(search);
        Patient patient = new Patient();
        patient.addIdentifier().setSystem("http://mrn.example").setValue(value);
        Written written = chart.create(patient, search);
        assertEquals(
                value,
                written.stored().as(Patient.class).getIdentifierFirstRep().getValue());
        for (Asked asked : server.asked()) {
            assertTrue(ADDRESS.matcher(asked.address()).matches(), asked.address());
            String query = URI.create(asked.address()).getRawQuery();
            assertEquals(
                    2, Optional.ofNullable(query).orElse("identifier&_count").split("&").length, query);
            assertTrue(asked.header("If-None-Exist").matches("(identifier=[A-Za-z0-9%.*+-]+)?"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../Patient/2", "1?x=y", "1/_history/2", "1%2f2", "", "a b", "ä", "1#", "1\n"})
    void b8AnIdThatIsNoneIsNotSent(String id) {
        assertThrows(Fault.class, () -> chart.read(new Key("Patient", id)));
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(new Patient())
                .getRequest()
                .setMethod(Bundle.HTTPVerb.PUT)
                .setUrl("Patient/" + id);
        assertThrows(Fault.class, () -> chart.transact(bundle));
        assertEquals(List.of(), server.asked());
    }

    @Test
    void aVersionThatIsNoneIsNotSent() {
        assertThrows(Fault.class, () -> chart.read(new Key("Patient", "1"), "1/../../2"));
        Patient patient = new Patient();
        patient.setId("1");
        assertThrows(Fault.class, () -> chart.update(patient, "1\"\r\nX: y"));
        assertEquals(List.of(), server.asked());
    }

    @Test
    void aSearchTooLongForAnAddressTravelsInTheBody() {
        String[] codes = java.util.stream.IntStream.range(0, 400)
                .mapToObj(i -> "1000-" + i)
                .toArray(String[]::new);
        Search search = Search.of("Observation")
                .where("patient", "Patient/1")
                .whereToken("code", "http://loinc.org", codes)
                .sorted("-date");
        assertEquals(List.of(), chart.searchAll(search));
        assertEquals("POST", last().method());
        assertEquals("/fhir/Observation/_search", last().address());
        assertTrue(last().body().contains("patient=Patient%2F1"));
    }

    @Test
    void anAnswerLargerThanTheLimitIsCutOff() {
        String huge =
                "{\"resourceType\":\"Patient\",\"id\":\"1\",\"language\":\"" + "x".repeat(33 * 1024 * 1024) + "\"}";
        server.spoiler = (request, work) -> Reply.of(200, huge);
        Fault fault = assertThrows(Fault.class, () -> chart.read(new Key("Patient", "1")));
        assertEquals(Kind.UNAVAILABLE, fault.kind());
    }

    @Test
    void theTokenTravelsInTheHeaderAndAnotherIsTakenWhenItIsRefused() {
        chart = RemoteChart.open(
                FhirServer.at(server.base(), new Bearer() {
                    @Override
                    public Optional<String> token() {
                        return Optional.of("old");
                    }

                    @Override
                    public Optional<String> tokenOtherThan(String refused) {
                        return refused.equals("old") ? Optional.of("new") : Optional.empty();
                    }
                }),
                Clock.systemUTC());
        server.spoiler = (request, work) ->
                request.header("Authorization").equals("Bearer new") ? work.answer() : Reply.of(401, "");
        assertEquals(List.of(), chart.searchAll(Search.of("Patient")));
        assertEquals(
                List.of("Bearer old", "Bearer new"),
                server.asked().stream()
                        .map(asked -> asked.header("Authorization"))
                        .toList());
        server.asked().forEach(asked -> assertTrue(!asked.address().contains("new")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ehr.example/fhir", "https://user@ehr.example/fhir", "file:///fhir",
                        "https://ehr.example/fhir?x=y",
                "https://ehr.example/a/../fhir", "ftp://ehr.example", "nonsense", ""
            })
    void aBaseThatIsNotSafeIsRefused(String base) {
        Fault fault = assertThrows(Fault.class, () -> FhirServer.at(base, Bearer.NONE));
        assertEquals(Kind.MALFORMED, fault.kind());
    }

    private Asked last() {
        return server.asked().get(server.asked().size() - 1);
    }

    private String evil(String path) {
        return "http://localhost:" + elsewhere.getAddress().getPort() + path;
    }

    private static String page(String next) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        bundle.addLink().setRelation("next").setUrl(next);
        return Fhir.write(bundle);
    }

    private static Bearer token(String token) {
        return new Bearer() {
            @Override
            public Optional<String> token() {
                return Optional.of(token);
            }

            @Override
            public Optional<String> tokenOtherThan(String refused) {
                return Optional.empty();
            }
        };
    }
}
