package org.fascicle.cdshooks.notice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.cdshooks.call.Known;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.fhir.result.Names;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/**
 * The result of a response as the chart holds it.
 *
 * @param proposals the tests, referrals and rechecks it proposed
 */
record Recorded(RiskAssessment assessment, List<ServiceRequest> proposals) {

    static Optional<Recorded> of(QuestionnaireResponse response, Known known) {
        String key = response.getIdElement().getIdPart();
        return known.all(RiskAssessment.class).stream()
                .filter(assessment -> assessment.getStatus() != RiskAssessmentStatus.ENTEREDINERROR)
                .filter(assessment -> has(assessment.getIdentifier(), Names.ASSESSMENT, key))
                .findFirst()
                .map(assessment -> new Recorded(assessment, proposals(known, key + "/")));
    }

    private static List<ServiceRequest> proposals(Known known, String prefix) {
        return known.all(ServiceRequest.class).stream()
                .filter(request -> isProposal(request, prefix))
                .toList();
    }

    /** Whether it was proposed by us, for whatever response. */
    static boolean isProposal(ServiceRequest request) {
        return isProposal(request, "");
    }

    private static boolean isProposal(ServiceRequest request, String prefix) {
        return request.getIdentifier().stream()
                .filter(identifier -> Names.PROPOSAL.equals(identifier.getSystem()))
                .anyMatch(identifier ->
                        identifier.hasValue() && identifier.getValue().startsWith(prefix));
    }

    private static boolean has(List<Identifier> identifiers, String system, String value) {
        return identifiers.stream()
                .anyMatch(identifier -> system.equals(identifier.getSystem()) && value.equals(identifier.getValue()));
    }

    /**
     * Whether it was made from this version of the response. Some servers forget versions in references; there a response
     * that was not stored later than its result is taken for the one it was made from.
     */
    boolean isOf(QuestionnaireResponse response) {
        String plain = "QuestionnaireResponse/" + response.getIdElement().getIdPart();
        return !response.getMeta().hasVersionId()
                || bases().anyMatch(FinishedResponse.reference(response)::equals)
                || bases().anyMatch(plain::equals) && !isLater(response.getMeta(), assessment.getMeta());
    }

    private static boolean isLater(Meta one, Meta other) {
        return one.hasLastUpdated()
                && other.hasLastUpdated()
                && one.getLastUpdated().after(other.getLastUpdated());
    }

    /** Whether it took this resource into account. */
    boolean hasUsed(String reference) {
        return bases().anyMatch(basis -> basis.replaceFirst("/_history/.*$", "").equals(reference));
    }

    private Stream<String> bases() {
        return assessment.getBasis().stream().filter(Reference::hasReference).map(Reference::getReference);
    }

    Optional<Urgency> urgency() {
        Extension extension = assessment.getExtensionByUrl(Systems.URGENCY_EXTENSION);
        return Stream.of(Urgency.values())
                .filter(urgency -> extension != null
                        && extension.hasValue()
                        && urgency.code().equals(extension.getValue().primitiveValue()))
                .findFirst();
    }

    /** Proposals that nobody accepted, declined or otherwise acted on. */
    List<ServiceRequest> untouched() {
        return proposals.stream().filter(Recorded::isUntouched).toList();
    }

    static boolean isUntouched(ServiceRequest request) {
        return request.getStatus() == ServiceRequestStatus.DRAFT
                && request.getIntent() == ServiceRequestIntent.PROPOSAL;
    }

    @Override
    public String toString() {
        return "Recorded[" + proposals.size() + " proposals]";
    }
}
