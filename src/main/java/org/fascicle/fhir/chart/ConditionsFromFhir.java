package org.fascicle.fhir.chart;

import static org.fascicle.clinical.chart.Problem.*;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.Diagnosis;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.clinical.finding.Days;
import org.fascicle.fhir.term.KidneyStages;
import org.fascicle.fhir.term.ProblemCodes;
import org.fascicle.fhir.term.Systems;
import org.fascicle.fhir.text.Mention;
import org.fascicle.fhir.text.Wording;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;

/**
 * Reads the problems that are active. An operation counts whether its entry is active or not, for it stays done.
 *
 * <p>A problem only suspected is not known: it is named as unread, never counted, so that a "?ALS" cannot end the search
 * for what it is. A pregnancy begun more than 42 weeks before the response is over.
 */
record ConditionsFromFhir(ChartScope scope, Gathered gathered) {
    private static final Set<Problem> STAYS_DONE = EnumSet.of(NECK_SURGERY, GUT_SURGERY);
    private static final Set<Problem> PAST_COUNTS = EnumSet.of(NECK_SURGERY, GUT_SURGERY, CANCER);
    private static final Set<String> OVER = Set.of("inactive", "remission", "resolved");
    private static final Set<String> WRONG = Set.of("refuted", "entered-in-error");
    private static final Set<String> UNSURE = Set.of("unconfirmed", "provisional", "differential");
    private static final int LONGEST_PREGNANCY = 42 * 7;
    private static final int ADVANCED = 3;
    private static final int FAILURE = 5;

    void read(Charted from, Condition condition) {
        Concept code = Concept.of(condition.getCode());
        if (is(WRONG, condition.getVerificationStatus())) {
            return;
        }
        if (isActive(condition)) {
            nameless(code, from);
            EnumSet.allOf(Problem.class).forEach(problem -> read(problem, code, from, condition));
            kidney(code, from, condition);
        } else {
            STAYS_DONE.forEach(problem -> read(problem, code, from, condition));
        }
    }

    private void nameless(Concept code, Charted from) {
        if (code.isEmpty()) {
            gathered.unread(from, "a problem without a name");
        } else if (code.texts().findAny().isEmpty() && !code.hasCodeOf(Systems.SNOMED)) {
            gathered.unread(from, "a problem given by a code only, and the code is not known");
        }
        if (code.codes(Systems.SNOMED).anyMatch(ProblemCodes::isUnspecifiedImbalance)) {
            gathered.unread(from, "an electrolyte imbalance that does not say which");
        }
    }

    private void read(Problem problem, Concept code, Charted from, Condition condition) {
        Mention mention = new ProblemName(code).mention(problem);
        boolean isSaid = mention == Mention.STATED || mention == Mention.PAST && PAST_COUNTS.contains(problem);
        if (mention == Mention.DOUBTED || isSaid && is(UNSURE, condition.getVerificationStatus())) {
            gathered.unread(from, problem.words() + " is only suspected there and was not counted");
        } else if (isSaid && problem == PREGNANCY && isLongOver(condition)) {
            gathered.unread(from, "a pregnancy that began more than 42 weeks before was not counted");
        } else if (isSaid) {
            gathered.add(new Diagnosis(problem, entry(from, condition)));
        }
    }

    /** Kidney disease also by its stage. */
    private void kidney(Concept code, Charted from, Condition condition) {
        ProblemName name = new ProblemName(code);
        boolean isFailure = name.mention(KIDNEY_FAILURE) == Mention.STATED;
        boolean isKidney = name.mention(KIDNEY_DISEASE) == Mention.STATED;
        if (!isFailure && !isKidney || is(UNSURE, condition.getVerificationStatus())) {
            return;
        }
        int stage = isFailure ? FAILURE : stage(code, condition).orElse(0);
        add(KIDNEY_DISEASE, !isKidney, from, condition);
        add(ADVANCED_KIDNEY_DISEASE, stage >= ADVANCED, from, condition);
        add(KIDNEY_FAILURE, stage >= FAILURE && !isFailure, from, condition);
    }

    private void add(Problem problem, boolean holds, Charted from, Condition condition) {
        if (holds) {
            gathered.add(new Diagnosis(problem, entry(from, condition)));
        }
    }

    private static OptionalInt stage(Concept code, Condition condition) {
        Stream<OptionalInt> named = code.wordings().stream().map(KidneyStages::inName);
        Stream<OptionalInt> staged = condition.getStage().stream()
                .map(stage -> Concept.of(stage.getSummary()))
                .flatMap(summary -> Stream.concat(summary.texts(), summary.codes()))
                .map(Wording::of)
                .map(KidneyStages::alone);
        return Stream.concat(named, staged)
                .flatMapToInt(OptionalInt::stream)
                .filter(stage -> stage <= FAILURE)
                .max();
    }

    private static boolean isActive(Condition condition) {
        boolean hasStatus = !Concept.of(condition.getClinicalStatus()).isEmpty();
        return hasStatus ? !is(OVER, condition.getClinicalStatus()) : !condition.hasAbatement();
    }

    private boolean isLongOver(Condition condition) {
        Optional<LocalDate> latestBegin = Moments.days(condition.getOnset())
                .or(() -> Moments.days(condition.getRecordedDateElement()))
                .map(Days::last);
        LocalDate earliest = scope.day().minusDays(LONGEST_PREGNANCY);
        return condition.hasAbatement() || latestBegin.filter(earliest::isAfter).isPresent();
    }

    private static Entry entry(Charted from, Condition condition) {
        return new Entry(
                from.reference(),
                Moments.firstDay(condition.getOnset()).or(() -> Moments.firstDay(condition.getRecordedDateElement())));
    }

    private static boolean is(Set<String> statuses, CodeableConcept status) {
        Concept concept = Concept.of(status);
        return Stream.concat(concept.codes(), concept.texts())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(statuses::contains);
    }
}
