package org.fascicle.assessing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.chart.ChartResources;
import org.fascicle.fhir.chart.Withheld;
import org.fascicle.fhir.term.AnalyteCodes;
import org.fascicle.fhir.term.Systems;

/**
 * What the judgement needs of a patient's record, and no more: the patient, problems, medicines, procedures, studies,
 * orders, the results it knows by code, and the newest of those it may know by name.
 */
record PatientRecord(Chart chart) {
    private static final int NEWEST_RESULTS = 200;
    /** How many pages in a row may bring nothing that was not on one before. */
    private static final int MOST_IDLE_PAGES = 20;

    private static final Set<Kind> UNREADABLE = EnumSet.of(Kind.UNREADABLE);

    /** How servers refuse searches that others answer: the patient is there, for it was read. */
    private static final Set<Kind> UNSEARCHABLE =
            EnumSet.of(Kind.UNREADABLE, Kind.MALFORMED, Kind.INVALID, Kind.NOT_FOUND, Kind.GONE, Kind.TOO_LARGE);

    private static final List<String> OTHER_OBSERVATIONS =
            List.of("85354-9", "8480-6", "8462-4", "18749-2", "29755-6", "27897-8");
    private static final String[] OBSERVATIONS = Stream.concat(
                    Arrays.stream(Analyte.values()).flatMap(analyte -> AnalyteCodes.of(analyte).stream()),
                    OTHER_OBSERVATIONS.stream())
            .distinct()
            .toArray(String[]::new);

    /** @throws Fault when the subject is not a patient of this chart */
    ChartResources read(String subject) {
        Key patient = patient(subject);
        Map<Key, Stored> found = new LinkedHashMap<>();
        Map<String, Withheld> withheld = new LinkedHashMap<>();
        try {
            found.put(patient, chart.read(patient));
        } catch (Fault fault) {
            withheld.put(patient.type(), withheld(patient.type(), known(fault, patient), UNREADABLE));
        }
        searches(patient.toString()).forEach(search -> read(search, withheld, () -> all(search, found)));
        Search newest = newestResults(patient.toString());
        read(newest, withheld, () -> keep(chart.search(newest), found));
        return ChartResources.of(found.values().stream().map(Stored::resource).toList())
                .without(List.copyOf(withheld.values()));
    }

    /** Some servers delete a record that was merged into another. */
    private static Fault known(Fault fault, Key patient) {
        return fault.kind() != Kind.GONE
                ? fault
                : new Fault(
                        Kind.GONE,
                        "`" + patient
                                + "` was deleted from the chart; if it was merged into another record, open that one");
    }

    /** A chart need not hold everything, nor show us all it holds: what it withholds is unknown and named, never absent. */
    private static void read(Search search, Map<String, Withheld> withheld, BooleanSupplier reading) {
        try {
            if (!reading.getAsBoolean()) {
                withheld.put(search.type(), Withheld.notRead(search.type()));
            }
        } catch (Fault fault) {
            withheld.put(search.type(), withheld(search.type(), fault, UNSEARCHABLE));
        }
    }

    private static Withheld withheld(String type, Fault fault, Set<Kind> unread) {
        if (unread.contains(fault.kind())) {
            return Withheld.notRead(type);
        }
        return switch (fault.kind()) {
            case NOT_SUPPORTED -> Withheld.notOffered(type);
            case FORBIDDEN -> Withheld.kept(type);
            default -> throw fault;
        };
    }

    /** The patient a response is about. */
    static Key patient(String subject) {
        return Key.fromReference(subject)
                .filter(key -> key.type().equals("Patient"))
                .orElseThrow(() -> new Fault(
                        Kind.INVALID,
                        "`QuestionnaireResponse.subject` must be a patient of this chart, as `Patient/[id]`"));
    }

    private static Stream<Search> searches(String patient) {
        return Stream.of(
                of("Condition", patient),
                of("MedicationRequest", patient).including("MedicationRequest:medication"),
                of("MedicationStatement", patient).including("MedicationStatement:medication"),
                of("Procedure", patient),
                of("DiagnosticReport", patient),
                of("ServiceRequest", patient).where("status", "draft", "active", "on-hold"),
                of("Observation", patient).whereToken("code", Systems.LOINC, OBSERVATIONS));
    }

    /** Results without a code we know may still be known by name. */
    private static Search newestResults(String patient) {
        return of("Observation", patient)
                .where("category", "laboratory")
                .sorted("-date")
                .count(NEWEST_RESULTS);
    }

    private static Search of(String type, String patient) {
        return Search.of(type).where("patient", patient);
    }

    /** Whether all was read. Pages may lead in a circle, or have no end. */
    private boolean all(Search search, Map<Key, Stored> found) {
        Set<Key> own = new HashSet<>();
        Optional<Search> next = Optional.of(search);
        boolean isWhole = true;
        int idle = 0;
        while (next.isPresent() && idle < MOST_IDLE_PAGES) {
            Search asked = next.get();
            Page page = chart.search(asked);
            isWhole &= keep(page, found);
            boolean isNew = own.addAll(page.matches().stream().map(Stored::key).toList());
            idle = isNew ? 0 : idle + 1;
            next = page.next().map(asked::after);
        }
        return isWhole && next.isEmpty();
    }

    /** Whether nothing of it is lost. */
    private static boolean keep(Page page, Map<Key, Stored> found) {
        Stream.concat(page.matches().stream(), page.included().stream())
                .forEach(stored -> found.put(stored.key(), stored));
        return page.unread() == 0;
    }
}
