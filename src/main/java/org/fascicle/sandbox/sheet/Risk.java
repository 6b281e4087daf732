package org.fascicle.sandbox.sheet;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentPredictionComponent;

/**
 * One prediction of an assessment.
 *
 * @param concern in words; for a disease already diagnosed, that
 * @param level how it is coloured: {@code high}, {@code moderate}, {@code low} … or {@code known}
 */
public record Risk(String outcome, String concern, String level, List<Reason> reasons) {
    private static final Pattern LINE = Pattern.compile("([A-Z]-\\d+[a-z]?): (.*?)(?: — (.*?))?(?: \\(([^()]*)\\))?");
    private static final int LEADING = 3;

    /**
     * Why.
     *
     * @param rule its id, empty for a line of another form
     * @param facts what of this patient it holds for, empty when the line names none
     * @param sources what it rests on, as written
     */
    public record Reason(String rule, String words, String facts, String sources) {

        static Reason of(String line) {
            Matcher parts = LINE.matcher(line);
            return parts.matches()
                    ? new Reason(parts.group(1), parts.group(2), Text.or(parts.group(3)), Text.or(parts.group(4)))
                    : new Reason("", line, "", "");
        }
    }

    public Risk {
        reasons = List.copyOf(reasons);
    }

    /** The first few, for a glance. */
    public List<Reason> leading() {
        return reasons.subList(0, Math.min(LEADING, reasons.size()));
    }

    static Risk of(RiskAssessmentPredictionComponent prediction) {
        Optional<String> code = prediction.getQualitativeRisk().getCoding().stream()
                .filter(coding -> Systems.CONCERN.equals(coding.getSystem()))
                .map(Coding::getCode)
                .findFirst();
        return new Risk(
                Text.of(prediction.getOutcome()),
                prediction.hasQualitativeRisk() ? Text.of(prediction.getQualitativeRisk()) : "Already diagnosed",
                code.orElse("known"),
                Text.or(prediction.getRationale())
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(Reason::of)
                        .toList());
    }
}
