package org.fascicle.assessing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.fascicle.fhir.result.Part;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentPredictionComponent;

/** What is different from the result before, in words. */
record Changes(RecordedResult before, List<Part> parts) {

    String words() {
        RiskAssessment old = before.assessment().as(RiskAssessment.class);
        RiskAssessment now = (RiskAssessment) Transaction.resource(parts.get(0));
        List<String> words = new ArrayList<>();
        change(words, "urgency", urgency(old), urgency(now));
        for (int i = 0; i < now.getPrediction().size(); i++) {
            RiskAssessmentPredictionComponent prediction = now.getPrediction().get(i);
            String what = prediction.getOutcome().getText().toLowerCase(java.util.Locale.ROOT);
            change(words, what, concern(old.getPrediction().get(i)), concern(prediction));
        }
        list(words, "newly proposed", added());
        list(words, "no longer proposed", gone());
        String since = "Changed since version " + before.assessment().version() + ": ";
        return since + (words.isEmpty() ? "nothing but the facts it rests on" : String.join("; ", words)) + ".";
    }

    private static void change(List<String> words, String what, String from, String to) {
        if (!from.equals(to)) {
            words.add(what + " from " + from + " to " + to);
        }
    }

    private static void list(List<String> words, String what, List<String> items) {
        if (!items.isEmpty()) {
            words.add(what + ": " + String.join(", ", items));
        }
    }

    private static String urgency(RiskAssessment assessment) {
        return assessment
                .getExtensionByUrl(Systems.URGENCY_EXTENSION)
                .getValue()
                .primitiveValue();
    }

    private static String concern(RiskAssessmentPredictionComponent prediction) {
        return prediction.getQualitativeRisk().getCoding().stream()
                .filter(coding -> Systems.CONCERN.equals(coding.getSystem()))
                .map(Coding::getCode)
                .findFirst()
                .orElse("already diagnosed");
    }

    private List<String> added() {
        return parts.stream()
                .filter(Changes::isProposal)
                .filter(part ->
                        before.find(FirstAssessment.identifier(part).getValue()).isEmpty())
                .map(part -> part.resource().path("code").path("text").asText())
                .toList();
    }

    private List<String> gone() {
        Set<String> suggested = parts.stream()
                .flatMap(part ->
                        StreamSupport.stream(part.resource().path("identifier").spliterator(), false))
                .map((JsonNode identifier) -> identifier.path("value").asText())
                .collect(Collectors.toSet());
        return before.proposals().stream()
                .filter(proposal -> !suggested.contains(proposal.identifier()))
                .map(RecordedProposal::words)
                .toList();
    }

    private static boolean isProposal(Part part) {
        return Set.of("ServiceRequest", "Task")
                .contains(part.resource().path("resourceType").asText());
    }
}
