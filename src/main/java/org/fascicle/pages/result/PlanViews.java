package org.fascicle.pages.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fascicle.assessing.Standing;
import org.fascicle.clinical.workup.Proposal;
import org.fascicle.fhir.result.Names;
import org.fascicle.look.Words;
import org.fascicle.pages.result.ResultPage.ProposalView;
import org.fascicle.pages.result.ResultPage.Why;
import org.fascicle.pages.visit.ClinicalWords;
import org.fascicle.pages.visit.Visit;

/** Draws the proposals and how each stands. */
record PlanViews(List<Standing> standings, Visit visit) {
    private static final Set<String> ASKED = Set.of("draft", "active");

    List<ProposalView> of(List<Proposal> proposals) {
        return proposals.stream().map(this::of).toList();
    }

    private ProposalView of(Proposal proposal) {
        Optional<Standing> standing = standings.stream()
                .filter(one -> one.activity() == proposal.activity())
                .findFirst();
        Why why = new Why(
                proposal.urgency().code(),
                clinical().of(proposal.urgency()),
                proposal.reasons().stream()
                        .map(clinical().translated()::of)
                        .map(ClinicalWords::capital)
                        .toList());
        return new ProposalView(
                Names.slug(proposal.activity()),
                words().of("kind." + proposal.activity().kind().name().toLowerCase(Locale.ROOT)),
                ClinicalWords.capital(clinical().translated().of(proposal.activity())),
                why,
                standing.map(one -> one.state().name().toLowerCase(Locale.ROOT)).orElse("unrecorded"),
                standing.map(this::note).orElse(""),
                standing.flatMap(Standing::order)
                        .map(Standing.Order::key)
                        .flatMap(visit::findOrderPage)
                        .orElse(""));
    }

    private String note(Standing standing) {
        return switch (standing.state()) {
            case OPEN -> "";
            case ACCEPTED -> accepted(standing);
            case DECLINED -> words().of("plan.declined", standing.reason().orElse("–"));
            case WITHDRAWN -> words().of("plan.withdrawn");
        };
    }

    /** What was ordered, and how the order stands now; a task is taken on as it is. */
    private String accepted(Standing standing) {
        String what = clinical().translated().of(standing.activity());
        return standing.order()
                .map(order -> words().of("plan.accepted", ClinicalWords.capital(what), stands(order)))
                .orElseGet(() -> words().of("plan.accepted.task", ClinicalWords.capital(what)));
    }

    private String stands(Standing.Order order) {
        boolean isPlan = order.intent().equals("plan") && ASKED.contains(order.status());
        return words().of("plan.order." + (isPlan ? "plan" : order.status()));
    }

    private ClinicalWords clinical() {
        return new ClinicalWords(words());
    }

    private Words words() {
        return visit.words();
    }
}
