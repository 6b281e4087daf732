package org.fascicle.sandbox.sheet;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.Task;

/** One patient's chart, read when asked; what was entered in error is left out. */
public final class Sheet {
    private final Chart chart;
    private final String patient;
    private final LocalDate today;

    /** @throws org.fascicle.fault.Fault when there is no such patient */
    public Sheet(Chart chart, String patient, LocalDate today) {
        this.chart = chart;
        this.patient = new Key("Patient", patient).toString();
        this.today = today;
    }

    public Identity identity() {
        return Identity.of(chart.read(Key.fromReference(patient).orElseThrow()).as(Patient.class), today);
    }

    /** The visit that is under way or was last. */
    public Optional<Visit> visit() {
        return Visit.latest(all("Encounter"));
    }

    public List<Line> problems() {
        return lines(
                "Condition",
                Condition.class,
                one -> new Line(
                        Text.of(one.getCode()),
                        unlessActive(Text.or(
                                one.getClinicalStatus().getCodingFirstRep().getCode())),
                        Day.of((Object) one.getOnset())));
    }

    public List<Line> medicines() {
        return lines(
                "MedicationRequest",
                MedicationRequest.class,
                one -> new Line(
                        one.hasMedicationCodeableConcept()
                                ? Text.of(one.getMedicationCodeableConcept())
                                : Text.or(one.getMedicationReference().getDisplay()),
                        Stream.of(
                                        Text.or(one.getDosageInstructionFirstRep()
                                                .getText()),
                                        unlessActive(
                                                one.hasStatus()
                                                        ? one.getStatus().toCode()
                                                        : ""))
                                .filter(words -> !words.isEmpty())
                                .reduce((dose, state) -> dose + ", " + state)
                                .orElse(""),
                        Day.of(one.getAuthoredOnElement())));
    }

    private static String unlessActive(String status) {
        return status.equals("active") ? "" : status;
    }

    public List<Analyte> laboratory() {
        return Analyte.of(chart.searchAll(
                Search.of("Observation").where("patient", patient).where("category", "laboratory")));
    }

    public List<Letter> letters() {
        return kept("DocumentReference", DocumentReference.class)
                .map(Letter::of)
                .sorted(Comparator.comparing((Letter one) -> one.day().orElse(LocalDate.MIN))
                        .reversed())
                .toList();
    }

    /** Studies and procedures of the past. */
    public List<Line> tests() {
        Stream<Line> studies = lines(
                "DiagnosticReport",
                DiagnosticReport.class,
                one -> new Line(
                        Text.of(one.getCode()), Text.or(one.getConclusion()), Day.of((Object) one.getEffective())))
                .stream();
        Stream<Line> procedures = lines(
                "Procedure",
                Procedure.class,
                one -> new Line(Text.of(one.getCode()), "", Day.of((Object) one.getPerformed())))
                .stream();
        return Stream.concat(studies, procedures).toList();
    }

    /** What was ordered, by anyone; proposals are not orders. */
    public List<Line> orders() {
        return kept("ServiceRequest", ServiceRequest.class)
                .filter(one -> one.getIntent() != ServiceRequestIntent.PROPOSAL)
                .map(one -> new Line(
                        Text.of(one.getCode()),
                        one.hasStatus() ? one.getStatus().toCode() : "",
                        Day.of(one.getAuthoredOnElement())))
                .toList();
    }

    /** Newest first. */
    public List<Assessed> assessments() {
        List<Proposed> proposals = Stream.concat(kept("ServiceRequest", ServiceRequest.class), kept("Task", Task.class))
                .flatMap(Proposed::of)
                .toList();
        return kept("RiskAssessment", RiskAssessment.class)
                .map(one -> Assessed.of(one, proposals))
                .sorted(Comparator.comparing((Assessed one) -> one.stamp().day().orElse(LocalDate.MIN))
                        .reversed())
                .toList();
    }

    private <T extends Resource> List<Line> lines(String type, Class<T> of, Function<T, Line> line) {
        return kept(type, of)
                .map(line)
                .sorted(Comparator.comparing((Line one) -> one.day().orElse(LocalDate.MIN))
                        .reversed())
                .toList();
    }

    private <T extends Resource> Stream<T> kept(String type, Class<T> of) {
        return all(type).stream().filter(Sheet::isMeant).map(stored -> stored.as(of));
    }

    private static boolean isMeant(Stored stored) {
        return !stored.json().contains("\"entered-in-error\"");
    }

    private List<Stored> all(String type) {
        return chart.searchAll(Search.of(type).where("patient", patient));
    }
}
