package org.fascicle.assessing.writeback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fascicle.fhir.json.Xhtml;
import org.fascicle.fhir.result.Part;

/** A result in the shape a plan gives it: parts replaced, parts left out, and nothing that points at what is not there. */
record Reshaping(WriteBackPlan plan) {
    private static final String DOCUMENT = "urn:uuid:5f0f1d2e-7c55-4d0e-9c9e-6a7e2f0b4a11";

    /** @param parts as composed: the RiskAssessment first */
    List<Part> of(List<Part> parts) {
        List<Part> shaped = new ArrayList<>();
        assessment(parts.get(0), shaped);
        parts.stream().skip(1).filter(this::isWritten).forEach(shaped::add);
        if (plan.needsDocument() && plan.of(Piece.ASSESSMENT).form() != Form.DOCUMENT) {
            shaped.add(DocumentFromAssessment.of(DOCUMENT, parts.get(0)));
        }
        Set<String> gone = parts.stream().map(Part::url).collect(Collectors.toSet());
        shaped.forEach(part -> gone.remove(part.url()));
        return shaped.stream()
                .map(part -> finished(part, gone))
                .filter(Reshaping::isAboutSomething)
                .toList();
    }

    private void assessment(Part assessment, List<Part> shaped) {
        switch (plan.of(Piece.ASSESSMENT).form()) {
            case ITSELF -> shaped.add(assessment);
            case OBSERVATION -> shaped.add(ObservationFromAssessment.of(assessment));
            case DOCUMENT -> shaped.add(DocumentFromAssessment.of(assessment.url(), assessment));
            case COPY, LEFT_OUT -> {
                // The clinician has the text.
            }
        }
    }

    private boolean isWritten(Part part) {
        String type = part.resource().path("resourceType").asText();
        return java.util.Arrays.stream(Piece.values())
                .filter(piece -> piece.type().equals(type))
                .allMatch(piece -> plan.of(piece).form() == Form.ITSELF);
    }

    private Part finished(Part part, Set<String> gone) {
        ObjectNode resource = part.resource().deepCopy();
        prune(resource, gone);
        if (resource.path("resourceType").asText().equals("Provenance")) {
            explain(resource);
        }
        return new Part(part.url(), resource);
    }

    /** How the plan was carried out is part of the record. */
    private void explain(ObjectNode provenance) {
        Xhtml text = new Xhtml().paragraph("Fascicle judged the response and proposed a workup; a clinician decides.");
        text.strong("Written differently than composed", "").list(plan.lines());
        provenance.set("text", text.narrative().json());
        plan.lines()
                .forEach(line ->
                        provenance.withArrayProperty("reason").addObject().put("text", line));
    }

    private static boolean isAboutSomething(Part part) {
        return !part.resource().path("resourceType").asText().equals("Provenance")
                || !part.resource().path("target").isEmpty();
    }

    /** Takes out references to what is not written, and what is empty then. */
    private static boolean prune(JsonNode node, Set<String> gone) {
        if (node instanceof ObjectNode object) {
            boolean pointsNowhere = gone.contains(object.path("reference").asText());
            object.removeIf(member -> prune(member, gone));
            return pointsNowhere || object.isEmpty();
        }
        if (node instanceof ArrayNode array) {
            array.removeIf(element -> prune(element, gone));
            return array.isEmpty();
        }
        return false;
    }
}
