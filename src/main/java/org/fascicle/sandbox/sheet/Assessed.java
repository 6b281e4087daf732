package org.fascicle.sandbox.sheet;

import ca.uhn.fhir.context.FhirContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fascicle.assessing.Result;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.fhir.result.Names;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;

/**
 * An assessment in a chart with its proposals.
 *
 * @param id of the RiskAssessment; empty when it is only shown and not stored
 * @param urgency the code of our extension; {@code none} for an assessment of another maker
 * @param nextStep its one-line mitigation
 */
public record Assessed(Stamp stamp, String urgency, List<Risk> risks, String nextStep, List<Proposed> proposals) {

    /**
     * Which assessment this is.
     *
     * @param version of the RiskAssessment in the chart
     * @param response the id of the response it judges, by which its proposals name it
     */
    public record Stamp(String id, String version, String status, Optional<LocalDate> day, String response) {}

    public Assessed {
        risks = List.copyOf(risks);
        proposals = List.copyOf(proposals);
    }

    /** A result that was made to be shown. */
    public static Assessed shown(Result result) {
        List<Resource> resources = result.entries().stream()
                .map(entry ->
                        (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(entry.json()))
                .toList();
        return of(
                (RiskAssessment) resources.get(0),
                resources.stream().flatMap(Proposed::of).toList());
    }

    /** @param proposals of the whole chart; those of this assessment are picked */
    static Assessed of(RiskAssessment assessment, List<Proposed> proposals) {
        Stamp stamp = stamp(assessment);
        return new Assessed(
                stamp,
                Optional.ofNullable(assessment.getExtensionByUrl(Systems.URGENCY_EXTENSION))
                        .map(Extension::getValue)
                        .map(value -> value.primitiveValue())
                        .orElse("none"),
                assessment.getPrediction().stream().map(Risk::of).toList(),
                Text.or(assessment.getMitigation()),
                proposals.stream()
                        .filter(one -> one.requisition().equals(stamp.response()))
                        .toList());
    }

    private static Stamp stamp(RiskAssessment assessment) {
        String response = assessment.getIdentifier().stream()
                .filter(identifier -> Names.ASSESSMENT.equals(identifier.getSystem()))
                .map(identifier -> Text.or(identifier.getValue()))
                .findFirst()
                .orElse("(none)");
        return new Stamp(
                Text.or(assessment.getIdElement().getIdPart()),
                Text.or(assessment.getMeta().getVersionId()),
                assessment.hasStatus() ? assessment.getStatus().toCode() : "unknown",
                Day.of((Object) assessment.getOccurrence()),
                response);
    }

    /** The proposals by what became of them; those that wait come first. */
    public Map<String, List<Proposed>> byState() {
        Map<String, List<Proposed>> byState = new LinkedHashMap<>();
        proposals.stream()
                .sorted(Comparator.comparing(one -> !one.isWaiting()))
                .forEach(one -> byState.computeIfAbsent(one.state(), missing -> new ArrayList<>())
                        .add(one));
        return byState;
    }

    /** Whether it must be acted on the same day or at once. */
    public boolean isPressing() {
        return urgency.equals(Urgency.SAME_DAY.code()) || urgency.equals(Urgency.EMERGENCY.code());
    }

    /** How soon to act, in words. */
    public String urgencyWords() {
        return Arrays.stream(Urgency.values())
                .filter(one -> one.code().equals(urgency))
                .map(Urgency::words)
                .findFirst()
                .orElse("no urgency given");
    }

    @Override
    public String toString() {
        return "Assessed[" + stamp.id() + ", " + urgency + "]";
    }
}
