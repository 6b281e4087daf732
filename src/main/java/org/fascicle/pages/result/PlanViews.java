package org.fascicle.pages.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fascicle.assessing.Standing;
import org.fascicle.chart.Key;
import org.fascicle.clinical.workup.Proposal;
import org.fascicle.fhir.result.Names;
import org.fascicle.pages.result.ResultPage.ProposalView;
import org.fascicle.pages.result.ResultPage.Why;
import org.fascicle.pages.visit.ClinicalWords;

/** Draws the proposals and how each stands. */
record PlanViews(List<Standing> standings, ClinicalWords clinical) {

    List<ProposalView> of(List<Proposal> proposals) {
        return proposals.stream().map(this::of).toList();
    }

    private ProposalView of(Proposal proposal) {
        Optional<Standing> standing = standings.stream()
                .filter(one -> one.activity() == proposal.activity())
                .findFirst();
        Why why = new Why(
                proposal.urgency().code(),
                clinical.of(proposal.urgency()),
                proposal.reasons().stream()
                        .map(clinical.translated()::of)
                        .map(ClinicalWords::capital)
                        .toList());
        return new ProposalView(
                Names.slug(proposal.activity()),
                clinical.words().of("kind." + proposal.activity().kind().name().toLowerCase(Locale.ROOT)),
                ClinicalWords.capital(clinical.translated().of(proposal.activity())),
                why,
                standing.map(one -> one.state().name().toLowerCase(Locale.ROOT)).orElse("unrecorded"),
                standing.map(this::note).orElse(""));
    }

    private String note(Standing standing) {
        return switch (standing.state()) {
            case OPEN -> "";
            case ACCEPTED ->
                clinical.words()
                        .of(
                                "plan.accepted",
                                standing.order()
                                        .map(Key::toString)
                                        .orElse(standing.proposal().toString()));
            case DECLINED ->
                clinical.words().of("plan.declined", standing.reason().orElse("–"));
            case WITHDRAWN -> clinical.words().of("plan.withdrawn");
        };
    }
}
