package org.fascicle.fhir.chart;

import java.time.LocalDate;
import java.util.Optional;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * Whose chart is read, as of which day, and for which response.
 *
 * @param subject how the response refers to the patient, {@code Patient/123} or an address
 * @param day the day the response was authored, from which ages and windows count
 * @param responseId the logical id of the response: its own earlier proposals are no orders of the chart
 */
public record ChartScope(String subject, LocalDate day, Optional<String> responseId) {

    public static ChartScope of(String subject, LocalDate day) {
        return new ChartScope(subject, day, Optional.empty());
    }

    public ChartScope withoutProposalsOf(String response) {
        return new ChartScope(subject, day, Optional.of(response));
    }

    /** Whether a request was proposed by the response this reading is for. */
    boolean isOwnProposal(ServiceRequest request) {
        return responseId.isPresent() && request.getIdentifier().stream().anyMatch(this::isOwn);
    }

    private boolean isOwn(Identifier identifier) {
        String value = identifier.getValue();
        String id = responseId.orElseThrow();
        return Systems.PROPOSAL_IDENTIFIER.equals(identifier.getSystem())
                && value != null
                && value.startsWith(id)
                && (value.length() == id.length() || !Character.isLetterOrDigit(value.charAt(id.length())));
    }
}
