package org.fascicle.fhir.result;

import static org.fascicle.fhir.json.Element.element;
import static org.fascicle.fhir.json.Element.resource;
import static org.fascicle.fhir.json.Types.annotation;
import static org.fascicle.fhir.json.Types.coding;
import static org.fascicle.fhir.json.Types.concept;
import static org.fascicle.fhir.json.Types.period;
import static org.fascicle.fhir.json.Types.reference;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.workup.Proposal;
import org.fascicle.fhir.json.Element;
import org.fascicle.fhir.json.Types;
import org.fascicle.fhir.json.Xhtml;
import org.fascicle.fhir.term.ActivityCodes;
import org.fascicle.fhir.term.OrderCode;
import org.fascicle.fhir.term.Systems;

/** One proposal: a ServiceRequest for a test, referral or recheck, a Task for what the clinician does. Always a draft. */
record ProposalToFhir(Judged judged, Names names) {
    private static final String NEEDLE_NOTE =
            "Needle EMG: tell the laboratory of anticoagulants, a platelet count below"
                    + " 50 or an INR above 1.5, and of a pacemaker.";

    Element compose(Proposal proposal) {
        return proposal.activity().kind() == Activity.Kind.TASK ? task(proposal) : request(proposal);
    }

    String type(Proposal proposal) {
        return proposal.activity().kind() == Activity.Kind.TASK ? "Task" : "ServiceRequest";
    }

    private Element request(Proposal proposal) {
        Activity activity = proposal.activity();
        return resource("ServiceRequest")
                .set("meta", element().add("profile", Systems.REQUEST_PROFILE))
                .set("text", narrative(proposal))
                .add("identifier", names.proposal(Names.slug(activity)))
                .set("requisition", names.requisition())
                .set("status", "draft")
                .set("intent", "proposal")
                .add("category", category(activity))
                .set("priority", Priority.of(proposal.urgency()))
                .set("code", code(activity))
                .set("subject", reference(judged.header().subject()))
                .set("encounter", encounter())
                .set("occurrencePeriod", window(proposal))
                .set("authoredOn", judged.time())
                .add("reasonCode", reason(proposal))
                .add("supportingInfo", reference(names.url("RiskAssessment")))
                .add("supportingInfo", Basis.response(judged.header()))
                .add("note", activity == Activity.EMG ? annotation(NEEDLE_NOTE) : element());
    }

    private Element task(Proposal proposal) {
        Activity activity = proposal.activity();
        return resource("Task")
                .set("text", narrative(proposal))
                .add("identifier", names.proposal(Names.slug(activity)))
                .set("groupIdentifier", names.requisition())
                .set("status", "draft")
                .set("intent", "proposal")
                .set("priority", Priority.of(proposal.urgency()))
                .set("code", code(activity))
                .set("description", Summary.capital(activity.words()))
                .set("focus", Basis.response(judged.header()))
                .set("for", reference(judged.header().subject()))
                .set("encounter", encounter())
                .set("authoredOn", judged.time())
                .set("lastModified", judged.time())
                .set("reasonCode", reason(proposal))
                .set("restriction", element().set("period", window(proposal)));
    }

    private static Element narrative(Proposal proposal) {
        return new Xhtml().paragraph("Proposed: " + Report.line(proposal) + ".").narrative();
    }

    private static Element reason(Proposal proposal) {
        return concept(
                coding(Systems.SNOMED, "82470000", "Muscle fasciculation"), String.join("; ", proposal.reasons()));
    }

    private Element window(Proposal proposal) {
        LocalDate from = judged.day();
        return period(from.toString(), Priority.latest(proposal.urgency(), from).toString());
    }

    private Element encounter() {
        return judged.header().encounter().map(Types::reference).orElse(element());
    }

    private static Element category(Activity activity) {
        Optional<OrderCode> category = ActivityCodes.category(activity);
        return category.map(code -> element().add("coding", coded(code)))
                .orElse(Types.words(activity.kind().name().toLowerCase(Locale.ROOT)));
    }

    private static Element code(Activity activity) {
        Element concept = element();
        ActivityCodes.of(activity).forEach(code -> concept.add("coding", coded(code)));
        return concept.set("text", Summary.capital(activity.words()));
    }

    private static Element coded(OrderCode code) {
        return Types.coding(code.system(), code.code(), code.display());
    }
}
