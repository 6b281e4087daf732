package org.fascicle.sandbox.sheet;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fascicle.chart.Stored;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;

/**
 * A visit.
 *
 * @param id of the Encounter
 * @param reason why the patient came, in a sentence; may be empty
 */
public record Visit(String id, String reason, Optional<LocalDate> day) {

    static Optional<Visit> latest(List<Stored> encounters) {
        return encounters.stream()
                .map(stored -> stored.as(Encounter.class))
                .filter(one -> one.getStatus() != EncounterStatus.ENTEREDINERROR)
                .map(Visit::of)
                .max(Comparator.comparing(one -> one.day().orElse(LocalDate.MIN)));
    }

    private static Visit of(Encounter encounter) {
        String reason = encounter.hasReasonCode() ? Text.of(encounter.getReasonCodeFirstRep()) : "";
        return new Visit(
                encounter.getIdElement().getIdPart(),
                reason,
                Day.of(encounter.getPeriod().getStartElement()));
    }

    @Override
    public String toString() {
        return "Visit[]";
    }
}
