package org.fascicle.sandbox.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fascicle.chart.Chart;
import org.fascicle.sandbox.sheet.Assessed;
import org.fascicle.sandbox.sheet.Identity;
import org.fascicle.sandbox.sheet.Sheet;
import org.fascicle.sandbox.sheet.Visit;
import org.fascicle.sandbox.ward.Ward;
import org.hl7.fhir.r4.model.Patient;

/** The patients of the ward, one line each. */
public record WardList(List<Row> rows) {

    /**
     * @param reason why the patient is here
     * @param assessed the newest assessment in the chart
     * @param isOfTheWard false for a patient someone brought in
     */
    public record Row(Identity who, String reason, Optional<Assessed> assessed, boolean isOfTheWard) {

        /** How many proposals wait for a clinician. */
        public long waiting() {
            return assessed.stream()
                    .flatMap(one -> one.proposals().stream())
                    .filter(proposal -> proposal.isWaiting())
                    .count();
        }
    }

    public WardList {
        rows = List.copyOf(rows);
    }

    static WardList read(Desk desk) {
        LocalDate today = LocalDate.now(desk.clock());
        return new WardList(new Roll(desk.chart())
                .patients().stream()
                        .map(patient -> row(desk.chart(), patient, today))
                        .toList());
    }

    private static Row row(Chart chart, Patient patient, LocalDate today) {
        String id = patient.getIdElement().getIdPart();
        Sheet sheet = new Sheet(chart, id, today);
        return new Row(
                Identity.of(patient, today),
                sheet.visit().map(Visit::reason).orElse(""),
                sheet.assessments().stream().findFirst(),
                Ward.PATIENTS.contains(id));
    }
}
