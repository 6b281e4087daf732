package org.fascicle.fhir.chart;

import static org.fascicle.fhir.chart.Given.coded;
import static org.fascicle.fhir.chart.Given.lab;
import static org.fascicle.fhir.chart.Given.observation;
import static org.fascicle.fhir.chart.Given.quantity;
import static org.fascicle.fhir.chart.Given.read;
import static org.fascicle.fhir.chart.Given.result;
import static org.fascicle.fhir.chart.Given.why;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Unread;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.Flag;
import org.fascicle.clinical.lab.LabResult;
import org.fascicle.clinical.lab.UnreadAlert;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabResultsTest {
    private static final String POTASSIUM = "2823-3";

    @Test
    void aResultIsReadWithItsNumberItsTimeAndWhereItStands() {
        LabResult result = result(lab(POTASSIUM, "2.3", "mmol/L"));
        assertEquals(Analyte.POTASSIUM, result.analyte());
        assertEquals(2.3, result.value());
        assertEquals(OffsetDateTime.parse("2026-11-18T09:30:00+01:00"), result.taken());
        assertEquals("Observation/o1", result.reference());
        assertTrue(result.report().isFinal());
    }

    @ParameterizedTest
    @CsvSource({"2.5,mmol/L", "2.5,meq/L", "2500,umol/L", "2.50,MMOL/L"})
    void theUnitChangesNothing(String value, String unit) {
        assertEquals(2.5, result(lab(POTASSIUM, value, unit)).value());
    }

    @Test
    void aUnitInWordsOnlyIsRead() {
        Observation lab = observation(coded("http://loinc.org", POTASSIUM));
        lab.setValue(new Quantity().setValue(new BigDecimal("4.1")).setUnit("mmol/L"));
        assertEquals(4.1, result(lab).value());
    }

    /** Vignette C17. */
    @Test
    void aNumberWithoutAUnitIsNotInterpretedAndThatIsSaid() {
        Observation lab = lab("19123-9", "0.5", null);
        assertEquals(List.of(), read(lab).results());
        assertEquals(
                List.of(new Unread("Observation/o1", "magnesium 0.5 without a unit was not interpreted")),
                read(lab).unread());
    }

    @Test
    void anUnknownUnitIsNotInterpretedAndThatIsSaid() {
        assertEquals(
                List.of("potassium 4.1 mg/dL, in a unit not known for it, was not interpreted"),
                why(lab(POTASSIUM, "4.1", "mg/dL")));
    }

    @Test
    void whatTheLaboratoryFlaggedCriticalIsSaidEvenWhereTheNumberCannotBeRead() {
        Observation lab = flagged("LL");
        lab.setValue(quantity("2.1", null));
        assertEquals(
                List.of(
                        "potassium 2.1 without a unit was not interpreted, although the laboratory flagged it critical"),
                why(lab));
    }

    /** It may be anything, so that it alerts. */
    @Test
    void anUnreadableResultThatIsFlaggedCriticalIsAnAlertWithItsDay() {
        Observation lab = flagged("LL");
        lab.setValue(quantity("2.1", null));
        assertEquals(
                List.of(new UnreadAlert(
                        Analyte.POTASSIUM, Optional.of(result(flagged("LL")).taken()), "Observation/o1")),
                read(lab).alerts());
        lab.setEffective(null);
        assertEquals(
                List.of(new UnreadAlert(Analyte.POTASSIUM, Optional.empty(), "Observation/o1")),
                read(lab).alerts());
    }

    /** By the end of what is told, and before it was last stored. */
    @ParameterizedTest
    @CsvSource({
        ",,",
        ", 2026-11-19T08:00:00Z, 2026-11-19T08:00:00Z",
        "2026-10,, 2026-11-01T00:00:00Z",
        "2026-10, 2026-10-19T08:00:00Z, 2026-10-19T08:00:00Z",
        "2062-11-18, 2026-11-19T08:00:00Z, 2026-11-19T08:00:00Z",
    })
    void oneThatTellsNoDayWasTakenBeforeWhatIsKnown(String effective, String stored, String latest) {
        Observation lab = flagged("LL");
        lab.setValue(quantity("2.1", null));
        lab.setEffective(effective == null ? null : new DateTimeType(effective));
        lab.getMeta().setLastUpdatedElement(stored == null ? null : new InstantType(stored));
        Optional<OffsetDateTime> last = Optional.ofNullable(latest).map(OffsetDateTime::parse);
        assertEquals(
                List.of(new UnreadAlert(Analyte.POTASSIUM, Optional.empty(), last, "Observation/o1")),
                read(lab).alerts());
    }

    @Test
    void soItIsWhateverMakesItUnreadable() {
        Stream.of(
                        withValue(quantity("4", "drops")),
                        withValue(quantity("4000", "mmol/L")),
                        withValue(new StringType("see comment")),
                        withValue(new IntegerType(4)),
                        lab(POTASSIUM, "4", "mmol/L").setEffective(null),
                        observation(coded("http://loinc.org", POTASSIUM)))
                .forEach(lab -> assertEquals(
                        List.of(Analyte.POTASSIUM),
                        read(lab.setInterpretation(flagged("HH").getInterpretation())).alerts().stream()
                                .map(UnreadAlert::analyte)
                                .toList(),
                        () -> String.valueOf(why(lab))));
    }

    @Test
    void ofTwoAnalytesEachMayBeTheCriticalOne() {
        Observation lab = flagged("HH");
        lab.getCode().addCoding().setSystem("http://loinc.org").setCode("2951-2");
        assertEquals(
                Set.of(Analyte.SODIUM, Analyte.POTASSIUM),
                read(lab).alerts().stream().map(UnreadAlert::analyte).collect(Collectors.toSet()));
    }

    @Test
    void whatCanBeReadOrIsNotCriticalOrNotOfThePatientIsNoAlert() {
        Observation readable = flagged("HH");
        Observation abnormal = flagged("H");
        abnormal.setValue(quantity("2.1", null));
        Observation ofAnother = flagged("HH");
        ofAnother.setValue(quantity("2.1", null));
        ofAnother.addFocus(new Reference("Device/analyser"));
        Observation withdrawn = flagged("HH");
        withdrawn.setValue(quantity("2.1", null));
        withdrawn.setStatus(ObservationStatus.ENTEREDINERROR);
        Stream.of(readable, abnormal, ofAnother, withdrawn)
                .forEach(lab -> assertEquals(List.of(), read(lab).alerts()));
    }

    @Test
    void soItIsWhereThereIsNoValueAtAll() {
        Observation lab = flagged("LL");
        lab.setValue(null);
        List<String> expected =
                List.of("the potassium result has no value, although the laboratory flagged it critical");
        assertEquals(expected, why(lab));
        assertEquals(expected, why(lab.setStatus(ObservationStatus.PRELIMINARY)));
    }

    @Test
    void soItIsWhereTheCodeIsNotKnown() {
        Observation lab = flagged("HH");
        lab.setCode(new CodeableConcept().setText("Potassium, point of care device 7"));
        lab.setValue(new StringType("see comment"));
        assertEquals(
                List.of("it looks like a result for potassium, but its code is not known"
                        + ", although the laboratory flagged it critical"),
                why(lab));
    }

    @ParameterizedTest
    @CsvSource({
        "2823-3,0,mmol/L",
        "2823-3,-4,mmol/L",
        "2823-3,45,mmol/L",
        "2951-2,14,mmol/L",
        "17861-6,8.9,mmol/L",
        "2345-7,0,mg/dL",
        "1751-7,4.2,g/L",
        "4548-4,65,%",
        "2823-3,1e999999,mmol/L"
    })
    void aNumberNoLivingPatientHasIsNotUsedAndThatIsSaid(String code, String value, String unit) {
        Observation lab = lab(code, value, unit);
        assertEquals(List.of(), read(lab).results());
        assertTrue(why(lab).get(0).endsWith("is not possible and was not used"), why(lab)::toString);
    }

    @ParameterizedTest
    @CsvSource({"2823-3,1.2,mmol/L", "2823-3,9.9,mmol/L", "2951-2,98,mmol/L", "2345-7,1400,mg/dL", "2157-6,350000,U/L"})
    void anExtremeButPossibleNumberIsUsed(String code, String value, String unit) {
        assertEquals(1, read(lab(code, value, unit)).results().size());
    }

    @Test
    void belowTheLimitOfDetectionCountsAsTheLimit() {
        Observation lab = lab("3016-3", "0.01", "mU/L");
        lab.getValueQuantity().setComparator(Quantity.QuantityComparator.LESS_THAN);
        assertEquals(0.01, result(lab).value());
    }

    @ParameterizedTest
    @CsvSource({"'2.3 mmol/L',2.3", "'<2.5 mmol/L',2.5", "'> 6.5mmol/L',6.5", "'\u2264 3 meq/L',3", "'2,3 mmol/L',2.3"})
    void aNumberInTextIsReadWhenNothingElseStandsThere(String text, double expected) {
        assertEquals(expected, result(withValue(new StringType(text))).value());
    }

    @ParameterizedTest
    @CsvSource({
        "2.3 mmol/L (L),2.3,ABNORMAL",
        "2.3 mmol/L LL,2.3,CRITICAL",
        "6.7 mmol/L(HH),6.7,CRITICAL",
        "4.1 mmol/L (N),4.1,NORMAL"
    })
    void aFlagAfterTheNumberIsReadToo(String text, double expected, Flag flag) {
        LabResult result = result(withValue(new StringType(text)));
        assertEquals(expected, result.value());
        assertEquals(flag, result.report().flag());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,234 U/L",
                "haemolysed",
                "2.3 - 4.5 mmol/L",
                "see comment",
                "2.3 mmol/L (repeat)",
                "4..1 mmol/L"
            })
    void anyOtherTextIsUnread(String text) {
        Observation lab = observation(coded("http://loinc.org", "2157-6"));
        lab.setValue(new StringType(text));
        assertEquals(List.of(), read(lab).results());
        assertEquals(1, why(lab).size());
    }

    @Test
    void aValueOfTheWrongTypeIsUnread() {
        assertEquals(1, why(withValue(new BooleanType(true))).size());
        assertEquals(1, why(withValue(new IntegerType(4))).size());
        assertEquals(1, why(withValue(new CodeableConcept().setText("normal"))).size());
        assertEquals(List.of(), read(withValue(new BooleanType(true))).results());
    }

    @Test
    void aResultWithAReasonInsteadOfAValueIsUnread() {
        Observation lab = observation(coded("http://loinc.org", POTASSIUM));
        lab.setDataAbsentReason(new CodeableConcept().setText("insufficient sample"));
        assertEquals(List.of("the potassium result has no value"), why(lab));
    }

    @Test
    void anAbsentValueOfSomethingElseIsPassedOver() {
        Observation other = observation(coded("http://loinc.org", "718-7"));
        other.setDataAbsentReason(new CodeableConcept().setText("insufficient sample"));
        assertEquals(List.of(), why(other));
    }

    @ParameterizedTest
    @EnumSource(
            value = ObservationStatus.class,
            names = {"FINAL", "AMENDED", "CORRECTED"})
    void anAmendedOrCorrectedResultIsFinal(ObservationStatus status) {
        assertTrue(
                result(lab(POTASSIUM, "4", "mmol/L").setStatus(status)).report().isFinal());
    }

    @ParameterizedTest
    @EnumSource(
            value = ObservationStatus.class,
            names = {"REGISTERED", "PRELIMINARY", "UNKNOWN"})
    void aPreliminaryResultOrOneOfUnknownStatusIsNotFinal(ObservationStatus status) {
        assertFalse(
                result(lab(POTASSIUM, "4", "mmol/L").setStatus(status)).report().isFinal());
        assertFalse(
                result(lab(POTASSIUM, "4", "mmol/L").setStatus(null)).report().isFinal());
    }

    @ParameterizedTest
    @EnumSource(
            value = ObservationStatus.class,
            names = {"ENTEREDINERROR", "CANCELLED"})
    void aWithdrawnResultIsPassedOver(ObservationStatus status) {
        Observation lab = lab(POTASSIUM, "1", null).setStatus(status);
        assertEquals(List.of(), read(lab).results());
        assertEquals(List.of(), why(lab));
    }

    @ParameterizedTest
    @CsvSource({"12180-6", "17864-0"})
    void ionisedCalciumByMassIsRead(String code) {
        assertEquals(1.1976, result(lab(code, "4.8", "mg/dL")).value());
    }

    @Test
    void aPanelInOneObservationIsReadPartByPart() {
        Observation panel = observation(coded("http://loinc.org", "24326-1"));
        panel.addComponent(part("2951-2", "121", "mmol/L"));
        panel.addComponent(part(POTASSIUM, "5.1", "mmol/L"));
        panel.addComponent(part("718-7", "14", "g/dL"));
        ObservationComponentComponent absent = new ObservationComponentComponent();
        absent.setCode(coded("http://loinc.org", "19123-9"));
        absent.setDataAbsentReason(new CodeableConcept().setText("not tested"));
        panel.addComponent(absent);
        assertEquals(
                List.of(121.0, 5.1),
                read(panel).results().stream().map(LabResult::value).toList());
        assertEquals(List.of("the magnesium result has no value"), why(panel));
    }

    private static Observation flaggedPanel() {
        Observation panel = observation(coded("http://loinc.org", "24326-1"));
        panel.addComponent(part("2951-2", "139", "mmol/L"));
        panel.addComponent(part(POTASSIUM, "5.1", null));
        return panel.setInterpretation(flagged("AA").getInterpretation());
    }

    /** What can be read is judged by its number; what cannot may be the one that was meant. */
    @Test
    void aPanelFlaggedCriticalAsAWholeIsNamedAndAlertsForWhatCannotBeRead() {
        ChartFacts facts = read(flaggedPanel());
        assertEquals(
                List.of(Analyte.POTASSIUM),
                facts.alerts().stream().map(UnreadAlert::analyte).toList());
        assertTrue(why(flaggedPanel()).contains(PanelFlag.WHY), why(flaggedPanel())::toString);
        Observation readable = flaggedPanel();
        readable.getComponent().get(1).setValue(quantity("5.1", "mmol/L"));
        assertEquals(List.of(), read(readable).alerts());
        assertEquals(List.of(PanelFlag.WHY), why(readable));
    }

    @Test
    void soItIsWhereItsResultsAreObservationsOfTheirOwn() {
        Observation panel = observation(coded("http://loinc.org", "24326-1"));
        panel.setId("Observation/panel");
        panel.addHasMember(new Reference("Observation/o1"));
        panel.setInterpretation(flagged("AA").getInterpretation());
        Observation member = lab(POTASSIUM, "5.1", null);
        assertEquals(
                List.of(Analyte.POTASSIUM),
                read(panel, member).alerts().stream().map(UnreadAlert::analyte).toList());
        assertEquals(List.of(), read(panel, flagged("HH")).unread());
    }

    @Test
    void aPanelWhoseCriticalResultIsSaidNeedsNoMore() {
        Observation panel = flaggedPanel();
        panel.getComponent().get(0).setInterpretation(flagged("LL").getInterpretation());
        assertEquals(List.of("potassium 5.1 without a unit was not interpreted"), why(panel));
    }

    @Test
    void aPanelsHeadingIsNotMissingAValue() {
        Observation panel = observation(new CodeableConcept().setText("Potassium"));
        panel.addHasMember(new Reference("Observation/o2"));
        assertEquals(List.of(), why(panel));
    }

    @Test
    void aTestStillRunningIsNotMissingAValue() {
        Observation pending = observation(coded("http://loinc.org", POTASSIUM)).setStatus(ObservationStatus.REGISTERED);
        assertEquals(List.of(), why(pending));
    }

    @Test
    void resultsInsideAReportAreReadWithItsDate() {
        Observation inner = new Observation();
        inner.setId("#k");
        inner.setStatus(ObservationStatus.FINAL);
        inner.setCode(coded("http://loinc.org", POTASSIUM));
        inner.setValue(quantity("2.3", "mmol/L"));
        DiagnosticReport report = new DiagnosticReport();
        report.setId("DiagnosticReport/d1");
        report.setSubject(new Reference(Given.SUBJECT));
        report.setEffective(new DateTimeType("2026-11-19"));
        report.addContained(inner);
        LabResult result = result(report);
        assertEquals(2.3, result.value());
        assertEquals("2026-11-19", result.day().toString());
        assertEquals("DiagnosticReport/d1", result.reference());
    }

    private static Observation flagged(String code) {
        return lab(POTASSIUM, "4", "mmol/L")
                .addInterpretation(coded("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", code));
    }

    private static Observation withValue(org.hl7.fhir.r4.model.Type value) {
        Observation lab = observation(coded("http://loinc.org", POTASSIUM));
        lab.setValue(value);
        return lab;
    }

    private static ObservationComponentComponent part(String loinc, String value, String unit) {
        ObservationComponentComponent part = new ObservationComponentComponent();
        part.setCode(coded("http://loinc.org", loinc));
        part.setValue(quantity(value, unit));
        return part;
    }
}
