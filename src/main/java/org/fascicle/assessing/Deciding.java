package org.fascicle.assessing;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Search;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.result.Names;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/**
 * The use case after the assessment: a clinician accepts or declines what was proposed.
 *
 * <p>Deciding the same again writes nothing; deciding otherwise after somebody has decided is refused.
 */
public final class Deciding {
    private static final int TRIES = 3;

    private final OrderTerms terms;
    private final Clock clock;

    public Deciding(OrderTerms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    /** How the proposals of a response stand; none while it is not assessed. */
    public List<Standing> standings(Chart chart, String responseId) {
        return RecordedResult.find(chart, responseId)
                .map(result -> standings(chart, result.proposals()))
                .orElse(List.of());
    }

    private static List<Standing> standings(Chart chart, List<RecordedProposal> proposals) {
        Map<String, Standing.Order> orders = orders(chart, proposals);
        return proposals.stream()
                .flatMap(proposal -> standing(proposal, orders).stream())
                .toList();
    }

    /** What accepted proposals became, by identifier. */
    private static Map<String, Standing.Order> orders(Chart chart, List<RecordedProposal> proposals) {
        String[] wanted = proposals.stream()
                .filter(proposal -> state(proposal) == Standing.State.ACCEPTED)
                .map(proposal -> proposal.identifier() + Decision.ORDER)
                .toArray(String[]::new);
        if (wanted.length == 0) {
            return Map.of();
        }
        Search search = Search.of("ServiceRequest").whereToken("identifier", Systems.PROPOSAL_IDENTIFIER, wanted);
        return chart.searchAll(search).stream()
                .map(RecordedProposal::new)
                .collect(toMap(RecordedProposal::identifier, Deciding::order, (one, other) -> one));
    }

    private static Standing.Order order(RecordedProposal order) {
        return Standing.Order.of(order.stored().key(), (ServiceRequest) order.resource());
    }

    private static Optional<Standing> standing(RecordedProposal proposal, Map<String, Standing.Order> orders) {
        return Names.findActivity(proposal.identifier())
                .map(activity -> new Standing(
                        activity,
                        proposal.stored().key(),
                        state(proposal),
                        Optional.ofNullable(orders.get(proposal.identifier() + Decision.ORDER)),
                        reason(proposal)));
    }

    private static Standing.State state(RecordedProposal proposal) {
        if (proposal.isUntouched()) {
            return Standing.State.OPEN;
        } else if (proposal.resource() instanceof Task task) {
            return switch (task.getStatus()) {
                case CANCELLED -> Standing.State.WITHDRAWN;
                case REJECTED -> Standing.State.DECLINED;
                default -> Standing.State.ACCEPTED;
            };
        }
        return switch (((ServiceRequest) proposal.resource()).getStatus()) {
            case REVOKED, ENTEREDINERROR ->
                reason(proposal).isPresent() ? Standing.State.DECLINED : Standing.State.WITHDRAWN;
            default -> Standing.State.ACCEPTED;
        };
    }

    private static Optional<String> reason(RecordedProposal proposal) {
        if (proposal.resource() instanceof Task task) {
            return Optional.ofNullable(task.getStatusReason().getText());
        }
        Extension reason = proposal.resource().getExtensionByUrl(Decision.STATUS_REASON);
        return Optional.ofNullable(reason)
                .map(given -> ((org.hl7.fhir.r4.model.CodeableConcept) given.getValue()).getText());
    }

    /** Makes it an order, by this hospital's terms. Fault: conflict, when it was declined or withdrawn. */
    public void accept(Chart chart, String responseId, Activity activity, Clinician who) {
        decide(
                chart,
                responseId,
                activity,
                Standing.State.ACCEPTED,
                proposal -> new Decision(proposal, who, now()).accepted(terms));
    }

    /** @param reason in the clinician's words; not blank */
    public void decline(Chart chart, String responseId, Activity activity, String reason, Clinician who) {
        if (reason.isBlank()) {
            throw new Fault(Kind.INVALID, "A proposal is declined for a reason; give one");
        }
        decide(
                chart,
                responseId,
                activity,
                Standing.State.DECLINED,
                proposal -> new Decision(proposal, who, now()).declined(reason));
    }

    private interface Deed {
        Bundle transaction(RecordedProposal proposal);
    }

    private static void decide(Chart chart, String responseId, Activity activity, Standing.State wanted, Deed deed) {
        for (int attempt = 1; ; attempt++) {
            RecordedProposal proposal = find(chart, responseId, activity);
            if (state(proposal) == wanted) {
                return;
            }
            requireOpen(proposal);
            try {
                chart.transact(deed.transaction(proposal));
                return;
            } catch (Fault fault) {
                if (fault.kind() != Kind.STALE || attempt == TRIES) {
                    throw fault;
                }
            }
        }
    }

    private static RecordedProposal find(Chart chart, String responseId, Activity activity) {
        return RecordedResult.find(chart, responseId).stream()
                .flatMap(result -> result.proposals().stream())
                .filter(proposal -> Names.findActivity(proposal.identifier())
                        .filter(activity::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new Fault(Kind.NOT_FOUND, "This is not proposed for this response"));
    }

    private static void requireOpen(RecordedProposal proposal) {
        if (!proposal.isUntouched()) {
            throw new Fault(Kind.CONFLICT, "Somebody has decided about this proposal already");
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
