package org.fascicle.fhir.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.chart.PlacedOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActivityCodesTest {

    @ParameterizedTest
    @EnumSource(Activity.class)
    void whatIsOrderedWithACodeIsRecognisedByIt(Activity activity) {
        for (OrderCode code : ActivityCodes.of(activity)) {
            assertTrue(ActivityCodes.find(code.system(), code.code()).contains(activity), code::toString);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Activity.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "COELIAC_SEROLOGY",
                "LIVER_PANEL",
                "PAEDIATRICS",
                "MENTAL_HEALTH",
                "MEDICATION_REVIEW",
                "OBTAIN_REPORT",
                "COMPLETE_INTERVIEW"
            })
    void allButTheseAreOrderedWithAVerifiedCode(Activity activity) {
        assertTrue(!ActivityCodes.of(activity).isEmpty());
    }

    @Test
    void anEcgCarriesBothItsCodes() {
        assertEquals(
                List.of("11524-6", "268400002"),
                ActivityCodes.of(Activity.ECG).stream().map(OrderCode::code).toList());
    }

    @Test
    void anEmgIsOrderedByLoincOnly() {
        assertEquals(
                List.of(new OrderCode("http://loinc.org", "18749-2", "Electromyogram study")),
                ActivityCodes.of(Activity.EMG));
    }

    @ParameterizedTest
    @CsvSource({
        "http://loinc.org,18749-2",
        "http://loinc.org,29755-6",
        "http://loinc.org,27897-8",
        "http://snomed.info/sct,42803009"
    })
    void anEmgIsRecognisedByAnyOfItsCodes(String system, String code) {
        assertEquals(Set.of(Activity.EMG), ActivityCodes.find(system, code));
    }

    @ParameterizedTest
    @CsvSource({"24321-2", "51990-0", "24323-8"})
    void aMetabolicPanelStandsForEachOfItsTests(String panel) {
        PlacedOrder order = new PlacedOrder(
                ActivityCodes.find("http://loinc.org", panel), new Entry("ServiceRequest/1", Optional.empty()));
        assertTrue(order.covers(Activity.POTASSIUM));
        assertTrue(order.covers(Activity.CALCIUM));
        assertTrue(order.covers(Activity.BASIC_METABOLIC_PANEL));
        assertTrue(!order.covers(Activity.MAGNESIUM));
    }

    @ParameterizedTest
    @CsvSource({
        "2947-0,SODIUM",
        "6298-4,POTASSIUM",
        "2000-8,CALCIUM",
        "2601-3,MAGNESIUM",
        "11580-8,THYROTROPIN",
        "58410-2,BLOOD_COUNT"
    })
    void anAlternateCodeStandsForTheSameTest(String code, Activity activity) {
        assertEquals(Set.of(activity), ActivityCodes.find("http://loinc.org", code));
    }

    @Test
    void theComprehensivePanelAlsoCoversAlbuminAndLiver() {
        assertEquals(
                Set.of(Activity.BASIC_METABOLIC_PANEL, Activity.ALBUMIN, Activity.LIVER_PANEL),
                ActivityCodes.find("http://loinc.org", "24323-8"));
    }

    @Test
    void aCodeNobodyKnowsOrTheWrongSystemStandsForNothing() {
        assertEquals(Set.of(), ActivityCodes.find("http://loinc.org", "68524-8"));
        assertEquals(Set.of(), ActivityCodes.find("http://snomed.info/sct", "2823-3"));
    }

    @Test
    void onlyLaboratoryWorkHasACategory() {
        assertEquals(
                Optional.of("108252007"),
                ActivityCodes.category(Activity.POTASSIUM).map(OrderCode::code));
        assertEquals(Optional.empty(), ActivityCodes.category(Activity.NEUROLOGY));
    }
}
