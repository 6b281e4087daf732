package org.fascicle.testing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentPredictionComponent;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** A result Bundle read as its user reads it: from the FHIR alone. */
public record ShownResult(Bundle bundle) {
    private static final String BASE = "https://fascicle.example/fhir/";
    private static final Pattern RULE = Pattern.compile("(?m)^([A-Z]-\\d+[a-z]?): ");

    public RiskAssessment assessment() {
        return (RiskAssessment) bundle.getEntryFirstRep().getResource();
    }

    public String status() {
        return assessment().getStatus().toCode();
    }

    public String urgency() {
        return assessment()
                .getExtensionByUrl(BASE + "StructureDefinition/urgency")
                .getValue()
                .primitiveValue();
    }

    /** The code in our concern system; {@code (none)} for a disease already diagnosed. */
    public String concern(String outcome) {
        return prediction(outcome).getQualitativeRisk().getCoding().stream()
                .filter(coding -> coding.getSystem().equals(BASE + "CodeSystem/fasciculation-concern"))
                .map(coding -> coding.getCode())
                .findFirst()
                .orElse("(none)");
    }

    /** The ids of the rules the rationale names. */
    public Set<String> fired() {
        return assessment().getPrediction().stream()
                .flatMap(prediction -> RULE.matcher(prediction.getRationale()).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The proposed activities, by the name in their identifiers. */
    public Set<String> proposed() {
        return proposals().map(ShownResult::activity).collect(Collectors.toCollection(TreeSet::new));
    }

    public Stream<DomainResource> proposals() {
        return resources()
                .filter(resource -> resource instanceof ServiceRequest || resource instanceof Task)
                .map(DomainResource.class::cast);
    }

    /** What is said not to be proposed, one sentence each. */
    public List<String> notProposed() {
        return resources()
                .filter(RequestGroup.class::isInstance)
                .flatMap(group -> ((RequestGroup) group).getNote().stream())
                .map(note -> note.getText())
                .toList();
    }

    /** The narrative without its tags. */
    public String narrative() {
        return assessment().getText().getDivAsString().replaceAll("<[^>]+>", " ");
    }

    public Stream<Resource> resources() {
        return bundle.getEntry().stream().map(entry -> entry.getResource());
    }

    private RiskAssessmentPredictionComponent prediction(String outcome) {
        return assessment().getPrediction().stream()
                .filter(prediction ->
                        prediction.getOutcome().hasCoding(BASE + "CodeSystem/fasciculation-outcome", outcome))
                .findFirst()
                .orElseThrow();
    }

    private static String activity(DomainResource proposal) {
        List<Identifier> identifiers = proposal instanceof ServiceRequest request
                ? request.getIdentifier()
                : ((Task) proposal).getIdentifier();
        Matcher slug =
                Pattern.compile(".*/([a-z0-9-]+)$").matcher(identifiers.get(0).getValue());
        if (!slug.matches()) {
            throw new AssertionError("a proposal without a name");
        }
        return slug.group(1).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
