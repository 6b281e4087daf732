package org.fascicle.fhir.chart;

import java.time.OffsetDateTime;
import org.fascicle.clinical.lab.Flag;
import org.fascicle.clinical.lab.LabResult;
import org.fascicle.clinical.lab.Report;
import org.fascicle.fhir.term.LabAmount;
import org.fascicle.fhir.term.LabName;
import org.fascicle.fhir.term.Plausible;
import org.hl7.fhir.r4.model.Type;

/** Reads one measurement of an analyte we know. */
record ResultFromFhir(LabName name, Measurement measurement, LabReport report) {

    /** What came of it. */
    sealed interface Outcome {}

    /** A result in canonical units. */
    record Usable(LabResult result) implements Outcome {}

    /** It cannot be used, and why, in words. */
    record Unusable(String why) implements Outcome {}

    /** There is nothing to use: a panel's heading, or a test still running. */
    record Nothing() implements Outcome {}

    Outcome read() {
        return measurement.value().map(this::value).orElseGet(this::noValue);
    }

    private Outcome noValue() {
        boolean isHeading = measurement.isOwn() && report.isHeading();
        boolean isExpected = isHeading || !report.isFinal();
        return isExpected && !measurement.isSaidAbsent() && flag() != Flag.CRITICAL
                ? new Nothing()
                : unusable("the " + words() + " result has no value");
    }

    private Outcome value(Type value) {
        return AmountFromFhir.read(value)
                .map(this::amount)
                .orElseGet(() -> unusable("the " + words() + " result is not a number that can be read"));
    }

    private Outcome amount(LabAmount amount) {
        if (amount.units().isEmpty()) {
            return unusable(words(amount) + " without a unit was not interpreted");
        }
        if (!amount.isMeasurable()) {
            return unusable(words(amount) + " is not possible and was not used");
        }
        return amount.in(name)
                .map(canonical -> canonical(amount, canonical.doubleValue()))
                .orElseGet(() -> unusable(words(amount) + ", in a unit not known for it, was not interpreted"));
    }

    private Outcome canonical(LabAmount amount, double value) {
        if (!Plausible.is(name.analyte(), value)) {
            return unusable(words(amount) + " is not possible and was not used");
        }
        if (report.isAboutSomethingElse()) {
            return unusable(words(amount) + " is not about the patient and was not used");
        }
        return report.taken()
                .map(taken -> dated(amount, value, taken))
                .orElseGet(() -> unusable(words(amount) + " without a date was not used"));
    }

    private Outcome dated(LabAmount amount, double value, OffsetDateTime taken) {
        if (report.isTooLate(taken)) {
            return unusable(words(amount) + " is dated long after the response and was not used");
        }
        Report told = new Report(
                report.isFinal(),
                flag(),
                new IntervalFromFhir(name, amount).read(measurement.ranges()),
                report.isHaemolysed(),
                name.isAdjusted());
        return new Usable(new LabResult(name.analyte(), value, taken, told, report.reference()));
    }

    private Unusable unusable(String why) {
        return new Unusable(measurement.unusable(why));
    }

    private Flag flag() {
        return measurement.flag();
    }

    private String words() {
        return name.analyte().words();
    }

    private String words(LabAmount amount) {
        return words() + " " + amount.words();
    }
}
