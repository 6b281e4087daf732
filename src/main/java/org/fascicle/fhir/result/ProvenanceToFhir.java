package org.fascicle.fhir.result;

import static org.fascicle.fhir.json.Element.element;
import static org.fascicle.fhir.json.Element.resource;
import static org.fascicle.fhir.json.Types.coding;
import static org.fascicle.fhir.json.Types.concept;

import java.util.List;
import org.fascicle.fhir.json.Element;
import org.fascicle.fhir.json.Types;
import org.fascicle.fhir.json.Xhtml;

/** Who made the result, when, and from what. */
record ProvenanceToFhir(Judged judged) {
    private static final String PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    private static final String OPERATION = "http://terminology.hl7.org/CodeSystem/v3-DataOperation";

    Element compose(List<String> targets) {
        String who = "Fascicle judged the response and proposed a workup; a clinician decides.";
        return resource("Provenance")
                .set("text", new Xhtml().paragraph(who).narrative())
                .addAll("target", targets.stream().map(Types::reference).toList())
                .set("recorded", judged.time())
                .set("activity", concept(coding(OPERATION, "CREATE", "create"), "Assessment by rules"))
                .add("agent", agent())
                .addAll(
                        "entity",
                        Basis.of(judged).stream().map(ProvenanceToFhir::source).toList());
    }

    private static Element agent() {
        Element type = element().add("coding", coding(PARTICIPANT, "author", "Author"));
        return element().set("type", type).set("who", Names.software());
    }

    private static Element source(Element what) {
        return element().set("role", "source").set("what", what);
    }
}
