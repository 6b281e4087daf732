package org.fascicle.clinical.workup;

import java.util.List;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.rule.Urgency;

/**
 * Something proposed to the clinician, who decides.
 *
 * @param orderSets the order sets (C.5) that asked for it
 * @param reasons why, in words, the first the weightiest
 * @param ruleIds the fired rules behind it; empty where it follows from a finding alone
 */
public record Proposal(
        Activity activity, Urgency urgency, List<String> orderSets, List<String> reasons, List<String> ruleIds) {

    public Proposal {
        orderSets = List.copyOf(orderSets);
        reasons = List.copyOf(reasons);
        ruleIds = List.copyOf(ruleIds);
    }
}
