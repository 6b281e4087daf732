package org.fascicle.fhir.result;

import static org.fascicle.fhir.json.Element.element;
import static org.fascicle.fhir.json.Element.resource;
import static org.fascicle.fhir.json.Types.reference;

import java.util.List;
import java.util.stream.Stream;
import org.fascicle.clinical.workup.NotProposed;
import org.fascicle.clinical.workup.Proposal;
import org.fascicle.fhir.json.Element;
import org.fascicle.fhir.json.Types;
import org.fascicle.fhir.json.Xhtml;

/** The plan as one draft group over its proposals; what is not proposed is said in its notes, with its reference. */
record RequestGroupToFhir(Judged judged, Names names) {

    Element compose() {
        List<Proposal> proposals = judged.workup().proposals();
        return resource("RequestGroup")
                .set("text", narrative())
                .add("identifier", names.proposal("group"))
                .set("groupIdentifier", names.requisition())
                .set("status", "draft")
                .set("intent", "proposal")
                .set("priority", Priority.of(judged.assessment().urgency()))
                .set("code", Types.words("Suggested workup for fasciculation"))
                .set("subject", reference(judged.header().subject()))
                .set(
                        "encounter",
                        judged.header().encounter().map(Types::reference).orElse(element()))
                .set("authoredOn", judged.time())
                .set("author", Names.software())
                .addAll("note", notProposed().map(Types::annotation).toList())
                .addAll("action", proposals.stream().map(this::action).toList());
    }

    private Element action(Proposal proposal) {
        return element()
                .set("title", Summary.capital(proposal.activity().words()))
                .set("description", String.join("; ", proposal.reasons()))
                .set("priority", Priority.of(proposal.urgency()))
                .set("resource", reference(names.url(Names.slug(proposal.activity()))));
    }

    private Element narrative() {
        List<String> lines =
                judged.workup().proposals().stream().map(Report::line).toList();
        Xhtml text = new Xhtml().paragraph(lines.isEmpty() ? "Nothing is proposed." : "Proposed to the clinician:");
        return text.list(lines).list(notProposed().toList()).narrative();
    }

    private Stream<String> notProposed() {
        return judged.workup().notProposed().stream().map(RequestGroupToFhir::line);
    }

    private static String line(NotProposed not) {
        return "Not proposed: " + Report.line(not);
    }
}
