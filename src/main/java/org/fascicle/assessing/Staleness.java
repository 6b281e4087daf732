package org.fascicle.assessing;

import java.util.ArrayList;
import java.util.List;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.fhir.result.Judged;
import org.fascicle.fhir.result.Names;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.RiskAssessment;

/**
 * Whether a recorded result is still what would be judged now.
 *
 * @param reasons why not, in words for a clinician; empty when it is
 */
public record Staleness(List<String> reasons) {
    static final Staleness NONE = new Staleness(List.of());

    public Staleness {
        reasons = List.copyOf(reasons);
    }

    public boolean isStale() {
        return !reasons.isEmpty();
    }

    static Staleness because(String reason) {
        return new Staleness(List.of(reason));
    }

    /** Compares what the two were made from. */
    static Staleness of(RiskAssessment recorded, Judged now) {
        String fingerprint = identifier(recorded, Names.FINGERPRINT);
        if (fingerprint.equals(now.stamp().fingerprint())) {
            return NONE;
        }
        List<String> reasons = new ArrayList<>();
        String response = now.header().reference().orElse("");
        if (recorded.getBasis().stream().noneMatch(basis -> response.equals(basis.getReference()))) {
            reasons.add("The response has changed since; it is now `" + response + "`.");
        }
        if (!recorded.getMethod().hasCoding(Systems.RULE_SET, Tables.VERSION)) {
            reasons.add("The rules have changed since; they are now version " + Tables.VERSION + ".");
        }
        if (recorded.getNote().stream()
                .noneMatch(note -> note.getText().contains(now.stamp().limits().digest()))) {
            reasons.add("The thresholds and windows in force have changed since.");
        }
        return reasons.isEmpty()
                ? because("The chart holds other facts than when it was assessed.")
                : new Staleness(reasons);
    }

    /** The value of the identifier in this system; empty when there is none. */
    static String identifier(RiskAssessment recorded, String system) {
        return recorded.getIdentifier().stream()
                .filter(identifier -> system.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .findFirst()
                .orElse("");
    }
}
