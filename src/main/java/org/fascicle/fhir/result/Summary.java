package org.fascicle.fhir.result;

import java.util.List;
import java.util.stream.Collectors;
import org.fascicle.clinical.rule.Concern;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.clinical.workup.Proposal;

/** A result in a line or two. */
final class Summary {
    private static final int NAMED = 4;
    private static final String SAFETY_NET =
            "come back at once if weakness, wasting, falls, or trouble swallowing, speaking or breathing appears";

    private Summary() {}

    /** The next step in one line. */
    static String mitigation(Judged judged) {
        Urgency urgency = judged.assessment().urgency();
        List<Proposal> proposals = judged.workup().proposals();
        String steps = proposals.stream()
                .limit(NAMED)
                .map(proposal -> proposal.activity().words())
                .collect(Collectors.joining("; "));
        String more = proposals.size() > NAMED ? "; and " + (proposals.size() - NAMED) + " more" : "";
        return capital(urgency.words()) + ": " + (steps.isEmpty() ? SAFETY_NET : steps + more) + ".";
    }

    static String concern(Concern concern) {
        return switch (concern) {
            case LOW -> "low";
            case INDETERMINATE -> "cannot be determined";
            case MODERATE -> "moderate";
            case HIGH -> "high";
            case NOT_ESTABLISHED -> "not established";
            case POSSIBLE -> "possible";
            case LIKELY -> "likely";
        };
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
