package org.fascicle.fhir.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.clinical.finding.Days;
import org.fascicle.fhir.chart.Course.State;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;

/**
 * Reads whether and since when a medicine is taken.
 *
 * <p>On hold counts as taken, for its effect and its place on the list remain; so does an unknown or missing status. A
 * proposal or plan is no medicine taken, unless it records what the patient reports (as US Core writes it). What was
 * cancelled, only intended or not taken never was one.
 */
record CourseFromFhir(ChartResources chart, ChartScope scope) {

    /** One reading: the state when it counts, the preparation, and its dates. */
    record Read(State state, Preparation preparation, Optional<LocalDate> start) {}

    Optional<Read> read(Charted from, MedicationRequest request) {
        if (Boolean.TRUE.equals(request.getDoNotPerformElement().getValue()) || !isTaken(request)) {
            return Optional.empty();
        }
        return state(request)
                .map(state -> new Read(
                        ended(state, request.getDosageInstruction(), Optional.empty()),
                        preparation(request.getMedication(), request.getDosageInstruction(), from),
                        start(bounds(request.getDosageInstruction()).findFirst().orElse(null))
                                .or(() -> start(request.getAuthoredOnElement()))
                                .or(() -> start(request.getDispenseRequest().getValidityPeriod()))));
    }

    Optional<Read> read(Charted from, MedicationStatement statement) {
        return state(statement)
                .map(state -> new Read(
                        ended(
                                state,
                                statement.getDosage(),
                                Moments.lastDay(statement.getEffective())
                                        .filter(end -> statement.getEffective() instanceof Period)),
                        preparation(statement.getMedication(), statement.getDosage(), from),
                        start(statement.getEffective())
                                .or(() -> start(bounds(statement.getDosage())
                                        .findFirst()
                                        .orElse(null)))));
    }

    private static boolean isTaken(MedicationRequest request) {
        MedicationRequestIntent intent = request.getIntent();
        if (intent == MedicationRequestIntent.PLAN) {
            return request.hasReportedReference()
                    || request.getReported() instanceof BooleanType reported
                            && Boolean.TRUE.equals(reported.getValue());
        }
        return intent != MedicationRequestIntent.PROPOSAL && intent != MedicationRequestIntent.OPTION;
    }

    private static Optional<State> state(MedicationRequest request) {
        if (request.getStatus() == null) {
            return Optional.of(State.ACTIVE);
        }
        return switch (request.getStatus()) {
            case ENTEREDINERROR, CANCELLED, DRAFT -> Optional.empty();
            case COMPLETED -> Optional.of(State.ENDED);
            case STOPPED -> Optional.of(State.STOPPED);
            default -> Optional.of(State.ACTIVE);
        };
    }

    private static Optional<State> state(MedicationStatement statement) {
        if (statement.getStatus() == null) {
            return Optional.of(State.ACTIVE);
        }
        return switch (statement.getStatus()) {
            case ENTEREDINERROR, INTENDED, NOTTAKEN -> Optional.empty();
            case COMPLETED -> Optional.of(State.ENDED);
            case STOPPED -> Optional.of(State.STOPPED);
            default -> Optional.of(State.ACTIVE);
        };
    }

    /** An active one whose time is over has ended. */
    private State ended(State state, List<Dosage> dosages, Optional<LocalDate> end) {
        Optional<LocalDate> over = end.or(() -> endOfAll(dosages));
        boolean isOver = over.filter(scope.day()::isAfter).isPresent();
        return state == State.ACTIVE && isOver ? State.ENDED : state;
    }

    /** The last day of the last dosage; none when one of them has no end. */
    private static Optional<LocalDate> endOfAll(List<Dosage> dosages) {
        List<LocalDate> ends = bounds(dosages)
                .flatMap(bound -> Moments.lastDay(bound).stream())
                .toList();
        return ends.size() == dosages.size() ? ends.stream().max(LocalDate::compareTo) : Optional.empty();
    }

    private static Stream<Period> bounds(List<Dosage> dosages) {
        return dosages.stream()
                .map(dosage -> dosage.getTiming().getRepeat().getBounds())
                .filter(Period.class::isInstance)
                .map(Period.class::cast);
    }

    /** The latest day a start can be, but no later than the response unless it says so itself. */
    private Optional<LocalDate> start(Type type) {
        return Moments.days(type).map(this::latest);
    }

    private LocalDate latest(Days days) {
        LocalDate day = scope.day();
        boolean isPartial = !days.first().equals(days.last());
        return isPartial && days.last().isAfter(day) && !days.first().isAfter(day) ? day : days.last();
    }

    private Preparation preparation(Type medicine, List<Dosage> dosages, Charted from) {
        Stream<String> use = dosages.stream()
                .flatMap(dosage -> Stream.concat(
                        Concept.of(dosage.getRoute()).texts(),
                        Stream.of(dosage.getText(), dosage.getPatientInstruction())))
                .filter(Objects::nonNull);
        return Preparation.of(medicine, use, from, chart);
    }
}
