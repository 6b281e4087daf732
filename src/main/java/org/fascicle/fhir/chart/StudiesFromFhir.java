package org.fascicle.fhir.chart;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.Electrodiagnosis;
import org.fascicle.clinical.chart.Electrodiagnosis.Outcome;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.lab.Flag;
import org.fascicle.fhir.term.StudyCodes;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/**
 * Reads EMG and nerve conduction studies, whether the chart holds them as procedure, report or Observation.
 *
 * <p>A report not yet final is awaited, unless it already shows something: a preliminary one never reassures. One awaited
 * for half a year is no longer awaited. A request for a study is an order, not a study.
 */
final class StudiesFromFhir {
    private static final int LONGEST_WAIT = 180;

    private final List<Study> studies = new ArrayList<>();
    private final ChartResources chart;
    private final ChartScope scope;
    private final Gathered gathered;

    StudiesFromFhir(ChartResources chart, ChartScope scope, Gathered gathered) {
        this.chart = chart;
        this.scope = scope;
        this.gathered = gathered;
    }

    /** How far a study has come. */
    private enum Stage {
        AWAITED,
        DONE,
        UNKNOWN
    }

    private record Study(Charted from, Outcome outcome, Optional<LocalDate> date) {

        boolean isSettled() {
            return outcome != Outcome.PENDING && outcome != Outcome.UNREAD;
        }

        boolean isOn(Optional<LocalDate> day) {
            return date.isPresent() && date.equals(day);
        }
    }

    void read(Charted from, Procedure procedure) {
        if (!isStudy(Concept.of(procedure.getCode())) || isReportedElsewhere(procedure, from)) {
            return;
        }
        Stream<String> texts = Stream.concat(Concept.of(procedure.getOutcome()).texts(), notes(procedure.getNote()));
        stage(procedure)
                .ifPresent(stage -> add(
                        from,
                        stage,
                        StudyFindings.read(texts.toList(), isOfConductionOnly(procedure.getCode())),
                        Moments.firstDay(procedure.getPerformed())));
    }

    void read(Charted from, DiagnosticReport report) {
        if (isStudy(Concept.of(report.getCode()))) {
            Optional<LocalDate> date =
                    Moments.firstDay(report.getEffective()).or(() -> Moments.firstDay(report.getIssuedElement()));
            stage(report).ifPresent(stage -> add(from, stage, outcome(from, report), date));
        }
    }

    void read(LabReport report) {
        Observation observation = report.observation();
        boolean isNumber = observation.getValue() instanceof Quantity && !observation.hasInterpretation();
        if (!isStudy(report.code()) || report.isVoid() || isNumber) {
            return;
        }
        Stage stage = report.isFinal() ? Stage.DONE : Stage.AWAITED;
        add(report.from(), stage, outcome(observation, false), report.taken().map(taken -> taken.toLocalDate()));
    }

    private static boolean isStudy(Concept code) {
        return code.coded().stream().anyMatch(coded -> StudyCodes.isCode(coded.system(), coded.code()))
                || code.wordings().stream().anyMatch(StudyCodes::isName);
    }

    /** Normal conduction is the rule in motor neuron disease: without the needle it settles nothing (C.6). */
    private static boolean isOfConductionOnly(CodeableConcept what) {
        Concept code = Concept.of(what);
        boolean isOfConduction =
                code.coded().stream().anyMatch(coded -> StudyCodes.isConductionCode(coded.system(), coded.code()))
                        || code.wordings().stream().anyMatch(StudyCodes::isConductionName);
        boolean isOfNeedle = code.coded().stream()
                        .anyMatch(coded -> StudyCodes.isCode(coded.system(), coded.code())
                                && !StudyCodes.isConductionCode(coded.system(), coded.code()))
                || code.wordings().stream().anyMatch(StudyCodes::isNeedleName);
        return isOfConduction && !isOfNeedle;
    }

    private boolean isReportedElsewhere(Procedure procedure, Charted from) {
        return procedure.getReport().stream()
                .anyMatch(report -> chart.find(report, from)
                        .filter(DiagnosticReport.class::isInstance)
                        .isPresent());
    }

    private static Optional<Stage> stage(Procedure procedure) {
        if (procedure.getStatus() == null) {
            return Optional.of(Stage.UNKNOWN);
        }
        return switch (procedure.getStatus()) {
            case COMPLETED -> Optional.of(Stage.DONE);
            case PREPARATION, INPROGRESS -> Optional.of(Stage.AWAITED);
            case UNKNOWN -> Optional.of(Stage.UNKNOWN);
            default -> Optional.empty();
        };
    }

    private static Optional<Stage> stage(DiagnosticReport report) {
        if (report.getStatus() == null) {
            return Optional.of(Stage.UNKNOWN);
        }
        return switch (report.getStatus()) {
            case FINAL, AMENDED, CORRECTED, APPENDED -> Optional.of(Stage.DONE);
            case REGISTERED, PARTIAL, PRELIMINARY -> Optional.of(Stage.AWAITED);
            case CANCELLED, ENTEREDINERROR -> Optional.empty();
            default -> Optional.of(Stage.UNKNOWN);
        };
    }

    private Optional<Outcome> outcome(Charted from, DiagnosticReport report) {
        boolean isOfConductionOnly = isOfConductionOnly(report.getCode());
        List<String> texts = Stream.concat(
                        Stream.ofNullable(report.getConclusion()),
                        report.getConclusionCode().stream().map(Concept::of).flatMap(Concept::texts))
                .toList();
        Stream<Optional<Outcome>> results = report.getResult().stream()
                .flatMap(result -> chart.find(result, from).stream())
                .filter(Observation.class::isInstance)
                .filter(result -> !WrittenStatus.of(result).isVoid())
                .map(result -> outcome((Observation) result, isOfConductionOnly));
        return Stream.concat(Stream.of(StudyFindings.read(texts, isOfConductionOnly)), results)
                .flatMap(Optional::stream)
                .reduce(StudiesFromFhir::worse)
                .or(() -> StudyFindings.read(
                        report.getPresentedForm().stream()
                                .flatMap(StudiesFromFhir::plainText)
                                .toList(),
                        isOfConductionOnly));
    }

    private static Stream<String> plainText(Attachment form) {
        boolean isText = form.getData() != null
                && form.getContentType() != null
                && form.getContentType().startsWith("text/plain");
        return isText ? Stream.of(new String(form.getData(), StandardCharsets.UTF_8)) : Stream.empty();
    }

    private static Optional<Outcome> outcome(Observation observation, boolean isInConductionOnly) {
        boolean isOfConductionOnly = isInConductionOnly || isOfConductionOnly(observation.getCode());
        Stream<String> values = Measurement.of(observation)
                .flatMap(part -> part.value().stream())
                .flatMap(StudiesFromFhir::words);
        Optional<Outcome> said = StudyFindings.read(
                Stream.concat(values, notes(observation.getNote())).toList(), isOfConductionOnly);
        Optional<Outcome> flagged = flagged(FlagFromFhir.read(observation.getInterpretation()))
                .filter(outcome -> outcome != Outcome.NORMAL || !isOfConductionOnly);
        return Stream.of(said, flagged).flatMap(Optional::stream).reduce(StudiesFromFhir::worse);
    }

    private static Stream<String> words(Type value) {
        if (value instanceof StringType text) {
            return Stream.ofNullable(text.getValue());
        }
        return value instanceof CodeableConcept concept ? Concept.of(concept).texts() : Stream.empty();
    }

    private static Optional<Outcome> flagged(Flag flag) {
        return switch (flag) {
            case NONE -> Optional.empty();
            case NORMAL -> Optional.of(Outcome.NORMAL);
            case ABNORMAL, CRITICAL -> Optional.of(Outcome.ABNORMAL);
        };
    }

    private static Stream<String> notes(List<Annotation> notes) {
        return notes.stream().map(Annotation::getText).filter(Objects::nonNull);
    }

    /** {@code NORMAL}, {@code ABNORMAL}, {@code DENERVATION}: each worse than the one before. */
    private static Outcome worse(Outcome one, Outcome other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private void add(Charted from, Stage stage, Optional<Outcome> found, Optional<LocalDate> date) {
        boolean isShown = found.isPresent() && (stage == Stage.DONE || found.get() != Outcome.NORMAL);
        boolean isAwaited = stage == Stage.AWAITED && !isLongAgo(date);
        Outcome outcome = isShown ? found.get() : isAwaited ? Outcome.PENDING : Outcome.UNREAD;
        studies.add(new Study(from, outcome, date));
    }

    private boolean isLongAgo(Optional<LocalDate> date) {
        return date.filter(scope.day().minusDays(LONGEST_WAIT)::isAfter).isPresent();
    }

    /** Hands over all that were read; of one day only what is settled, when anything is. */
    void finish() {
        studies.stream()
                .filter(study -> study.isSettled() || studies.stream().noneMatch(other -> settles(other, study)))
                .forEach(this::finish);
    }

    private static boolean settles(Study other, Study study) {
        return other.isSettled() && other.isOn(study.date());
    }

    private void finish(Study study) {
        gathered.add(
                new Electrodiagnosis(study.outcome(), new Entry(study.from().reference(), study.date())));
        if (study.outcome() == Outcome.UNREAD) {
            gathered.unread(study.from(), "what this EMG or nerve conduction study showed could not be read");
        }
    }
}
