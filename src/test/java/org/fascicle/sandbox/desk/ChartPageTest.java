package org.fascicle.sandbox.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chart of the practice EHR, over HTTP, as a signed-in clinician sees it. */
class ChartPageTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final Browser browser = Browser.fresh();
    private WardSite site;

    @BeforeEach
    void open() {
        site = WardSite.start(folder, 0, CLOCK);
        site.signIn(browser, "imke");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aChartShowsProblemsMedicinesResultsLettersAndTheAssessment() {
        String chart = chart("miriam").body();
        assertTrue(chart.contains("Gastro-oesophageal reflux"));
        assertTrue(chart.contains("Omeprazole 40 mg capsules"));
        assertTrue(chart.contains("0.46 mmol/L</bdi> <abbr class=\"flag\""));
        assertTrue(chart.contains("0.7–1.0"));
        assertTrue(chart.contains("26 Feb 2026"));
        assertTrue(chart.contains("Nobody has ever asked whether she still needs the omeprazole"));
        assertTrue(chart.contains("the same day"));
        assertTrue(chart.contains("Proposed, waiting for you"));
        assertTrue(chart.contains("12-lead ECG"));
    }

    @Test
    void earlierTestsAndOrdersAreShown() {
        assertTrue(chart("jonas").body().contains("normal needle EMG of both legs"));
        assertTrue(chart("tomas").body().contains("Hand physiotherapy"));
    }

    @Test
    void aDraftIsShownWhereItIsSignedAndAnyOtherOrderInTheChart() {
        browser.follow(browser.post(site.at("/chart/tomas/order"), Map.of("test", "sodium")));
        ServiceRequest draft =
                site.chart().searchAll(Search.of("ServiceRequest").where("patient", "Patient/tomas")).stream()
                        .map(stored -> stored.as(ServiceRequest.class))
                        .filter(request -> request.getStatus() == ServiceRequestStatus.DRAFT)
                        .filter(request -> request.getIntent() == ServiceRequestIntent.ORDER)
                        .findFirst()
                        .orElseThrow();
        String id = draft.getIdElement().getIdPart();
        Page asDraft = browser.get(site.at("/chart/tomas/order/" + id));
        assertEquals(site.at("/chart/tomas/order#order-" + id), asDraft.location());
        assertTrue(browser.follow(asDraft).body().contains("id=\"order-" + id + "\""));
        site.chart().update(draft.setStatus(ServiceRequestStatus.ACTIVE));
        Page asOrder = browser.get(site.at("/chart/tomas/order/" + id));
        assertEquals(site.at("/chart/tomas#orders"), asOrder.location());
        assertTrue(browser.follow(asOrder).body().contains("id=\"orders\""));
    }

    @Test
    void aResultNewerThanTheAssessmentIsPointedOut() {
        assertTrue(chart("otto").body().contains("Results came in after the newest assessment"));
        assertFalse(chart("miriam").body().contains("Results came in after the newest assessment"));
    }

    @Test
    void theButtonIsATrueLaunchOfThisPatientAndVisit() {
        Page chart = chart("tomas");
        Page sent = browser.post(
                site.at("/authority/launch"),
                Map.of("patient", chart.hidden("patient"), "encounter", chart.hidden("encounter")));
        assertEquals("tomas-visit", chart.hidden("encounter"));
        assertEquals("/launch", sent.location().getPath());
        Map<String, String> parameters = sent.redirectParameters();
        assertEquals(Set.of("iss", "launch"), parameters.keySet());
        assertEquals(site.at("/fhir").toString(), parameters.get("iss"));
    }

    @Test
    void whatBecameOfAProposalIsSaid() {
        ServiceRequest magnesium = proposal("magnesium");
        site.chart().update(magnesium.setStatus(ServiceRequestStatus.COMPLETED));
        ServiceRequest phosphate = proposal("phosphate").setStatus(ServiceRequestStatus.REVOKED);
        phosphate
                .addExtension()
                .setUrl("http://hl7.org/fhir/StructureDefinition/request-statusReason")
                .setValue(new CodeableConcept().setText("Done elsewhere last week"));
        site.chart().update(phosphate);
        String chart = chart("miriam").body();
        String accepted = chart.substring(chart.indexOf(">Accepted<"));
        assertTrue(accepted.contains("Magnesium"));
        String declined = chart.substring(chart.indexOf(">Declined<"));
        assertTrue(declined.contains("Done elsewhere last week"));
    }

    @Test
    void nobodySeesAChartWithoutSigningIn() {
        Page page = Browser.fresh().get(site.at("/chart/miriam"));
        assertTrue(page.redirects());
        assertEquals(site.at("/"), page.location());
        assertFalse(page.body().contains("Miriam"));
    }

    @Test
    void aChartThatIsNotThereIsNotFound() {
        assertEquals(404, chart("nobody").status());
        assertEquals(404, chart("%3Cscript%3E").status());
        assertEquals(404, browser.get(site.at("/chart/")).status());
    }

    @Test
    void resettingBringsTheFirstDayBackAndKeepsTheOldAsEnteredInError() {
        ServiceRequest accepted = proposal("magnesium").setStatus(ServiceRequestStatus.COMPLETED);
        site.chart().update(accepted);
        Patient miriam = site.chart().read(new Key("Patient", "miriam")).as(Patient.class);
        site.chart().update(miriam.setActive(false));
        Condition added = new Condition()
                .setCode(new CodeableConcept().setText("Something typed in"))
                .setSubject(new Reference("Patient/miriam"));
        Key problem = site.chart().create(added).key();
        assertTrue(chart("miriam").body().contains("Something typed in"));

        Page after = browser.follow(browser.post(site.at("/chart/miriam/reset"), ""));

        assertEquals(site.at("/chart/miriam"), after.address());
        assertFalse(after.body().contains("Something typed in"));
        assertFalse(after.body().contains(">Accepted<"));
        assertTrue(after.body().contains("Proposed, waiting for you"));
        assertTrue(site.chart()
                .read(new Key("Patient", "miriam"))
                .as(Patient.class)
                .getActive());
        assertEquals(
                "entered-in-error",
                site.chart()
                        .read(problem)
                        .as(Condition.class)
                        .getVerificationStatus()
                        .getCodingFirstRep()
                        .getCode());
        assertEquals(
                ServiceRequestStatus.ENTEREDINERROR,
                site.chart()
                        .read(new Key("ServiceRequest", accepted.getIdElement().getIdPart()))
                        .as(ServiceRequest.class)
                        .getStatus());
    }

    @Test
    void resettingOttoLeavesHisLaterPotassiumLaterThanHisAssessment() {
        browser.post(site.at("/chart/otto/reset"), "");
        browser.post(site.at("/chart/otto/reset"), "");
        String chart = chart("otto").body();
        assertTrue(chart.contains("6.1 mmol/L"));
        assertTrue(chart.contains("Results came in after the newest assessment"));
        assertEquals(
                1,
                site.chart().searchAll(Search.of("RiskAssessment").where("patient", "Patient/otto")).stream()
                        .filter(stored -> stored.as(RiskAssessment.class).hasIdentifier())
                        .count());
    }

    @Test
    void aStrangerCannotReset() {
        Page page = Browser.fresh().post(site.at("/chart/miriam/reset"), "");
        assertEquals(404, page.status());
        assertEquals("1", site.chart().read(new Key("Patient", "miriam")).version());
    }

    private Page chart(String patient) {
        return browser.get(site.at("/chart/" + patient));
    }

    private ServiceRequest proposal(String slug) {
        return site.chart()
                .search(Search.of("ServiceRequest")
                        .whereToken(
                                "identifier",
                                "https://fascicle.example/fhir/identifier/proposal",
                                "miriam-history/" + slug))
                .matches()
                .get(0)
                .as(ServiceRequest.class);
    }
}
