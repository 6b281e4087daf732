package org.fascicle.fhir.chart;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fascicle.clinical.chart.Diagnosis;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.fhir.term.ProblemCodes;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.CodeableConcept;

/** Finds a pregnancy that an Observation of the pregnancy status states: the newest counts, for 42 weeks. */
final class PregnancyFromFhir {
    private static final int LONGEST = 42 * 7;

    private final List<Status> statuses = new ArrayList<>();
    private final ChartScope scope;

    PregnancyFromFhir(ChartScope scope) {
        this.scope = scope;
    }

    private record Status(Concept question, boolean isPregnant, LocalDate day, String reference) {

        boolean asksTheSameAs(Status other) {
            return question.codes().anyMatch(code -> other.question.codes().anyMatch(code::equals))
                    || question.name().isPresent() && question.name().equals(other.question.name());
        }
    }

    void read(LabReport report) {
        if (report.isFinal()
                && report.observation().getValue() instanceof CodeableConcept value
                && report.taken().isPresent()
                && !report.isAboutSomethingElse()) {
            boolean isPregnant = Concept.of(value).codes(Systems.SNOMED).anyMatch(ProblemCodes::isPregnant);
            statuses.add(
                    new Status(report.code(), isPregnant, report.taken().get().toLocalDate(), report.reference()));
        }
    }

    Optional<Diagnosis> find() {
        return statuses.stream()
                .filter(Status::isPregnant)
                .filter(status -> !status.day().isBefore(scope.day().minusDays(LONGEST)))
                .filter(status -> statuses.stream().noneMatch(other -> isOvertaken(status, other)))
                .max(comparing(Status::day))
                .map(status ->
                        new Diagnosis(Problem.PREGNANCY, new Entry(status.reference(), Optional.of(status.day()))));
    }

    private static boolean isOvertaken(Status status, Status other) {
        return !other.isPregnant() && other.day().isAfter(status.day()) && other.asksTheSameAs(status);
    }
}
