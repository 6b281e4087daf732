package org.fascicle.fhir.chart;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fascicle.clinical.chart.BloodPressure;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.ChartPart;
import org.fascicle.clinical.chart.Diagnosis;
import org.fascicle.clinical.chart.Electrodiagnosis;
import org.fascicle.clinical.chart.Medicine;
import org.fascicle.clinical.chart.PlacedOrder;
import org.fascicle.clinical.chart.Unread;
import org.fascicle.clinical.lab.LabResult;
import org.fascicle.clinical.lab.UnreadAlert;

/** What has been read of a chart so far. */
final class Gathered {
    private final List<Diagnosis> diagnoses = new ArrayList<>();
    private final List<Medicine> medicines = new ArrayList<>();
    private final List<LabResult> results = new ArrayList<>();
    private final List<Electrodiagnosis> studies = new ArrayList<>();
    private final List<PlacedOrder> orders = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private final Set<ChartPart> withheld = EnumSet.noneOf(ChartPart.class);
    private Optional<BloodPressure> bloodPressure = Optional.empty();

    void add(Diagnosis diagnosis) {
        diagnoses.add(diagnosis);
    }

    void add(Medicine medicine) {
        medicines.add(medicine);
    }

    void add(LabResult result) {
        results.add(result);
    }

    void add(Electrodiagnosis study) {
        studies.add(study);
    }

    void add(PlacedOrder order) {
        orders.add(order);
    }

    void set(Optional<BloodPressure> newest) {
        bloodPressure = newest;
    }

    /** @param why in a clinician's words, without its full stop */
    void unread(Charted charted, String why) {
        unread.add(new Unread(charted.name(), why));
    }

    /** The same, with what its laboratory flagged critical in it. */
    void unread(Charted charted, String why, List<UnreadAlert> alerts) {
        unread.add(new Unread(charted.name(), why, alerts));
    }

    /** A record of the patient's that was not read at all. */
    void unread(String record, String why) {
        unread.add(new Unread(record, why));
    }

    void without(Withheld type) {
        unread.add(type.unread());
        withheld.addAll(type.parts());
    }

    ChartFacts facts() {
        return new ChartFacts(
                diagnoses,
                medicines,
                results,
                new ChartFacts.Tests(studies, bloodPressure),
                orders,
                unread.stream().distinct().toList(),
                withheld);
    }
}
