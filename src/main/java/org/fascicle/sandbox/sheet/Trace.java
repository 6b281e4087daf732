package org.fascicle.sandbox.sheet;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;

/**
 * Who did what, as a Provenance says.
 *
 * @param targets what it was done to, as references without versions
 */
public record Trace(Optional<OffsetDateTime> when, String who, String what, List<String> targets) {

    public Trace {
        targets = List.copyOf(targets);
    }

    static Trace of(Provenance provenance, ZoneId zone) {
        return new Trace(
                Optional.ofNullable(provenance.getRecorded())
                        .map(moment -> moment.toInstant().atZone(zone).toOffsetDateTime()),
                provenance.getAgent().stream()
                        .map(agent -> who(agent.getWho()))
                        .distinct()
                        .collect(Collectors.joining(", ")),
                what(provenance),
                provenance.getTarget().stream()
                        .map(target -> Text.or(target.getReference()).replaceFirst("/_history/.*", ""))
                        .toList());
    }

    private static String who(Reference who) {
        return who.hasDisplay() ? who.getDisplay() : Text.or(who.getReference());
    }

    private static String what(Provenance provenance) {
        CodeableConcept activity = provenance.getActivity();
        if (!activity.isEmpty()) {
            return Text.of(activity);
        }
        return provenance.hasReason() ? Text.of(provenance.getReasonFirstRep()) : "recorded";
    }

    @Override
    public String toString() {
        return "Trace[" + targets.size() + "]";
    }
}
