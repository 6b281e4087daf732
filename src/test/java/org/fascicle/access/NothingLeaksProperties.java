package org.fascicle.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Page;
import org.fascicle.chart.SearchUrl;
import org.fascicle.chart.Stored;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/** Whatever scopes a token for patient a has, and whatever its holder asks: nothing of patient b comes out. */
class NothingLeaksProperties {
    private static final List<String> TYPES = List.of(
            "Patient",
            "Observation",
            "Encounter",
            "QuestionnaireResponse",
            "RiskAssessment",
            "MedicationRequest",
            "Provenance",
            "*");
    private static final List<String> IDS = Stream.of("a", "b")
            .flatMap(id -> Stream.of(
                    "Patient/" + id,
                    "Observation/lab-" + id,
                    "Observation/pulse-" + id,
                    "Encounter/visit-" + id,
                    "QuestionnaireResponse/qr-" + id,
                    "RiskAssessment/risk-" + id,
                    "MedicationRequest/med-" + id,
                    "Provenance/prov-" + id))
            .toList();
    private static final List<String> CLAUSES = List.of(
            "_id=a,b,lab-b,visit-b",
            "patient=b",
            "subject=Patient/b,Patient/a",
            "category=laboratory",
            "encounter=visit-b",
            "identifier=urn:test|b",
            "target=RiskAssessment/risk-b,RiskAssessment/risk-a",
            "_include=Observation:encounter",
            "_include=Encounter:subject",
            "_include=Provenance:target",
            "_sort=-_lastUpdated",
            "_count=1",
            "_lastUpdated=gt2000");

    private static Path folder;
    private static Chart whole;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("fascicle-access");
        whole = TwoCharts.opened(folder);
        TwoCharts.fill(whole);
    }

    @AfterContainer
    static void close() throws IOException {
        whole.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> assertTrue(file.toFile().delete()));
        }
    }

    @Property(tries = 1500)
    void nothingOfAnotherPatientComesOut(
            @ForAll("scopes") String scopes, @ForAll("searches") String search, @ForAll("ids") String id) {
        Chart chart = TwoCharts.scoped(whole, scopes);
        List<Stored> out = new ArrayList<>();
        asked(() -> List.of(chart.read(TwoCharts.key(id)))).ifPresent(out::addAll);
        asked(() -> List.of(chart.read(TwoCharts.key(id), "1"))).ifPresent(out::addAll);
        asked(() -> chart.history(TwoCharts.key(id), 5, Optional.empty()).matches())
                .ifPresent(out::addAll);
        asked(() -> pages(chart, search)).ifPresent(out::addAll);

        assertFalse(out.stream().anyMatch(stored -> stored.json().contains(TwoCharts.OF_B)), scopes + " " + search);
    }

    @Property(tries = 300)
    void aPatientScopeNeverGivesLessThanItsPatientsOwn(@ForAll("ids") String id) {
        boolean isOwn = id.endsWith("a");

        assertTrue(asked(() -> List.of(TwoCharts.scoped(whole, "patient/*.rs").read(TwoCharts.key(id))))
                        .isPresent()
                == isOwn);
    }

    private static List<Stored> pages(Chart chart, String search) {
        List<Stored> all = new ArrayList<>();
        Optional<String> next = Optional.of("");
        for (int i = 0; i < 10 && next.isPresent(); i++) {
            String after = next.get().isEmpty() ? "" : "&_after=" + next.get();
            Page page = chart.search(SearchUrl.read(search + after));
            all.addAll(page.matches());
            all.addAll(page.included());
            next = page.next();
        }
        return all;
    }

    /** Refusals are no leak; anything but a refusal is a bug. */
    private static Optional<List<Stored>> asked(Supplier<List<Stored>> question) {
        try {
            return Optional.of(question.get());
        } catch (Fault refused) {
            assertTrue(
                    List.of(Kind.FORBIDDEN, Kind.NOT_FOUND, Kind.NOT_SUPPORTED, Kind.MALFORMED)
                            .contains(refused.kind()),
                    refused.getMessage());
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<String> scopes() {
        Arbitrary<String> one = Combinators.combine(
                        Arbitraries.of(TYPES),
                        Arbitraries.of("r", "s", "rs", "cruds", "read", "write", "*"),
                        Arbitraries.of(
                                "", "", "?category=laboratory", "?encounter=visit-a", "?encounter=visit-b", "?x=1"))
                .as((type, permissions, query) -> "patient/" + type + "." + permissions + query);
        return one.list().ofMinSize(1).ofMaxSize(3).map(scopes -> String.join(" ", scopes));
    }

    @Provide
    Arbitrary<String> searches() {
        Arbitrary<String> type = Arbitraries.of(TYPES).filter(one -> !one.equals("*"));
        return Combinators.combine(type, Arbitraries.of(CLAUSES).set().ofMaxSize(3))
                .as((searched, clauses) -> searched + "?" + clauses.stream().collect(Collectors.joining("&")));
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.of(IDS);
    }
}
