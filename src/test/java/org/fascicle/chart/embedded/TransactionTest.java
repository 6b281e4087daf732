package org.fascicle.chart.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.stream.IntStream;
import org.fascicle.chart.Key;
import org.fascicle.chart.TransactionResponse;
import org.fascicle.chart.Written;
import org.fascicle.chart.Written.Outcome;
import org.fascicle.chart.database.Database;
import org.fascicle.chart.database.Migrations;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.Test;

class TransactionTest extends StoreTest {
    private static final String PATIENT = "urn:uuid:0b8f9a40-55cf-4a9e-a3c4-0d6a5e2b1c01";
    private static final String RISK = "urn:uuid:0b8f9a40-55cf-4a9e-a3c4-0d6a5e2b1c02";

    @Test
    void allEntriesAreStoredAndTheirReferencesPointAtWhatWasStored() {
        Bundle bundle = bundle();
        post(bundle, PATIENT, new Patient());
        post(bundle, RISK, risk(PATIENT));
        post(bundle, "", new Provenance().addTarget(reference(RISK)));
        List<Written> written = chart.transact(bundle);
        assertEquals(List.of("Patient/n1", "RiskAssessment/n2", "Provenance/n3"), keys(written));
        assertEquals("Patient/n1", subject(written.get(1)));
        assertEquals(
                "RiskAssessment/n2",
                chart.read(written.get(2).key())
                        .as(Provenance.class)
                        .getTargetFirstRep()
                        .getReference());
        assertEquals(List.of("n2"), find("RiskAssessment?patient=n1"));
    }

    @Test
    void aReferenceMayPointAtAnEntryThatComesLater() {
        Bundle bundle = bundle();
        post(bundle, RISK, risk(PATIENT));
        post(bundle, PATIENT, new Patient());
        assertEquals("Patient/n2", subject(chart.transact(bundle).get(0)));
    }

    @Test
    void aBundleThatWasParsedFromTextIsTheSame() {
        Bundle bundle = bundle();
        post(bundle, PATIENT, new Patient());
        post(bundle, RISK, risk(PATIENT));
        String text = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(bundle);
        Bundle parsed = FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, text);
        assertEquals("Patient/n1", subject(chart.transact(parsed).get(1)));
    }

    @Test
    void theBundleHandedInIsLeftAsItWas() {
        Bundle bundle = bundle();
        post(bundle, PATIENT, new Patient());
        post(bundle, RISK, risk(PATIENT));
        String before = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(bundle);
        chart.transact(bundle);
        assertEquals(before, FhirContext.forR4Cached().newJsonParser().encodeResourceToString(bundle));
    }

    @Test
    void aConditionalCreateInsideATransactionLendsItsKeyToTheOthers() {
        chart.create(identified("17"));
        Bundle bundle = bundle();
        post(bundle, PATIENT, identified("17")).getRequest().setIfNoneExist("identifier=http://mrn.example|17");
        post(bundle, RISK, risk(PATIENT));
        List<Written> written = chart.transact(bundle);
        assertEquals(Outcome.FOUND, written.get(0).outcome());
        assertEquals("Patient/n1", subject(written.get(1)));
    }

    @Test
    void theSameTransactionTwentyTimesAtOnceIsStoredOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            String number = "r" + round;
            Bundle bundle = bundle();
            post(bundle, PATIENT, identified(number))
                    .getRequest()
                    .setIfNoneExist("identifier=http://mrn.example|" + number);
            RiskAssessment risk = risk(PATIENT);
            risk.addIdentifier().setSystem("http://risk.example").setValue(number);
            post(bundle, RISK, risk).getRequest().setIfNoneExist("identifier=http://risk.example|" + number);
            ConditionalTest.atOnce(20, () -> chart.transact(bundle));
            List<String> patients = find("Patient?identifier=" + number);
            assertEquals(1, patients.size());
            assertEquals(1, find("RiskAssessment?identifier=" + number).size());
            assertEquals(1, find("RiskAssessment?patient=" + patients.get(0)).size());
        }
    }

    @Test
    void aConditionalReferencePointsAtTheOneResourceItFinds() {
        chart.create(identified("17"));
        Bundle bundle = bundle();
        post(bundle, RISK, risk("Patient?identifier=http%3A%2F%2Fmrn.example%7C17"));
        assertEquals("Patient/n1", subject(chart.transact(bundle).get(0)));
    }

    @Test
    void aConditionalReferenceThatFindsNothingOrSeveralStopsTheTransaction() {
        Bundle bundle = bundle();
        post(bundle, PATIENT, new Patient());
        post(bundle, RISK, risk("Patient?identifier=http://mrn.example|17"));
        assertFault(Kind.INVALID, () -> chart.transact(bundle));
        chart.create(identified("17"));
        chart.create(identified("17"));
        assertFault(Kind.MULTIPLE_MATCHES, () -> chart.transact(bundle));
        assertEquals(List.of(), find("RiskAssessment"));
    }

    @Test
    void anUpdateInsideATransactionObeysIfMatch() {
        chart.update(withId(new Patient(), "a"));
        Bundle bundle = bundle();
        put(bundle, withId(new Patient().setActive(true), "a"), "Patient/a").setIfMatch("W/\"1\"");
        assertEquals("2", chart.transact(bundle).get(0).stored().version());
        assertFault(Kind.STALE, () -> chart.transact(bundle));
    }

    @Test
    void whatMustNotBeThereYetIsStoredOnce() {
        Bundle bundle = bundle();
        put(bundle, withId(new Patient(), "once"), "Patient/once").setIfNoneMatch("*");
        assertEquals("1", chart.transact(bundle).get(0).stored().version());
        assertFault(Kind.STALE, () -> chart.transact(bundle));
    }

    @Test
    void aConditionalUpdateInsideATransactionFollowsTheOneItFinds() {
        chart.create(identified("17"));
        Bundle bundle = bundle();
        put(bundle, identified("17").setActive(true), "Patient?identifier=http://mrn.example|17");
        Written written = chart.transact(bundle).get(0);
        assertEquals("Patient/n1/_history/2", written.stored().location());
    }

    @Test
    void aFailureAtAnyEntryStoresNothingOfTheTransaction() {
        chart.update(withId(new Patient(), "taken"));
        for (int broken = 0; broken < 6; broken++) {
            Bundle bundle = bundle();
            for (int i = 0; i < 6; i++) {
                if (i == broken) {
                    put(bundle, withId(new Patient(), "taken"), "Patient/taken").setIfMatch("W/\"9\"");
                } else {
                    post(bundle, "", observation("half"));
                }
            }
            assertFault(Kind.STALE, () -> chart.transact(bundle));
            assertEquals(List.of(), find("Observation"), "broken at " + broken);
        }
    }

    @Test
    void aFailureInsideTheWriterAtAnyDraftStoresNothingOfThePlan() {
        for (int broken = 0; broken < 4; broken++) {
            int at = broken;
            Stamp stamp = new Stamp(clock, () -> "m" + ids.incrementAndGet());
            List<Draft> drafts = IntStream.range(0, 4)
                    .mapToObj(i -> stamp.draft(observation("half"), stamp.newKey("Observation"), i == at ? 7 : 1))
                    .toList();
            Plan plan = new Plan(List.of(), drafts, List.of());
            try (var database = Database.open(url, new Migrations("chart", EmbeddedChart.class))) {
                assertThrows(Plan.Outdated.class, () -> database.write(session -> plan.carryOut(new Records(session))));
            }
            assertEquals(List.of(), find("Observation"));
        }
    }

    @Test
    void aFailureNamesTheEntryItIsIn() {
        Bundle bundle = bundle();
        post(bundle, "", new Patient());
        post(bundle, "", risk("urn:uuid:00000000-0000-0000-0000-000000000000"));
        Fault fault = assertFault(Kind.INVALID, () -> chart.transact(bundle));
        assertEquals("Bundle.entry[1].resource", fault.issues().get(0).expression());
    }

    @Test
    void whatIsNoTransactionOfCreatesAndUpdatesIsRefused() {
        assertFault(Kind.NOT_SUPPORTED, () -> chart.transact(new Bundle().setType(BundleType.BATCH)));
        Bundle delete = bundle();
        delete.addEntry().getRequest().setMethod(HTTPVerb.DELETE).setUrl("Patient/a");
        assertFault(Kind.NOT_SUPPORTED, () -> chart.transact(delete));
        Bundle empty = bundle();
        empty.addEntry().getRequest().setMethod(HTTPVerb.POST).setUrl("Patient");
        assertFault(Kind.INVALID, () -> chart.transact(empty));
        Bundle otherType = bundle();
        post(otherType, "", new Patient()).getRequest().setUrl("Observation");
        assertFault(Kind.INVALID, () -> chart.transact(otherType));
        Bundle otherId = bundle();
        put(otherId, withId(new Patient(), "a"), "Patient/b");
        assertFault(Kind.INVALID, () -> chart.transact(otherId));
        Bundle noUrl = bundle();
        noUrl.addEntry().setResource(new Patient()).getRequest().setMethod(HTTPVerb.POST);
        assertFault(Kind.INVALID, () -> chart.transact(noUrl));
    }

    @Test
    void theSameResourceTwiceInOneTransactionIsRefused() {
        Bundle keys = bundle();
        put(keys, withId(new Patient(), "a"), "Patient/a");
        put(keys, withId(new Patient(), "a"), "Patient/a");
        assertFault(Kind.INVALID, () -> chart.transact(keys));
        Bundle urls = bundle();
        post(urls, PATIENT, new Patient());
        post(urls, PATIENT, new Patient());
        assertFault(Kind.INVALID, () -> chart.transact(urls));
        Bundle conditions = bundle();
        post(conditions, "", identified("17")).getRequest().setIfNoneExist("identifier=17");
        post(conditions, "", identified("17")).getRequest().setIfNoneExist("identifier=17");
        assertFault(Kind.INVALID, () -> chart.transact(conditions));
        assertEquals(List.of(), find("Patient"));
    }

    @Test
    void theResponseSaysStatusPlaceTagAndTimeOfEachEntry() {
        chart.update(withId(new Patient(), "a"));
        Bundle bundle = bundle();
        post(bundle, "", new Patient());
        put(bundle, withId(new Patient(), "a"), "Patient/a");
        Bundle response = TransactionResponse.of(chart.transact(bundle));
        assertEquals(BundleType.TRANSACTIONRESPONSE, response.getType());
        var first = response.getEntry().get(0).getResponse();
        assertEquals("201 Created", first.getStatus());
        assertEquals("Patient/n1/_history/1", first.getLocation());
        assertEquals("W/\"1\"", first.getEtag());
        assertEquals(clock.instant(), first.getLastModified().toInstant());
        assertEquals("200 OK", response.getEntry().get(1).getResponse().getStatus());
        assertEquals("W/\"2\"", response.getEntry().get(1).getResponse().getEtag());
    }

    @Test
    void anEmptyTransactionStoresNothing() {
        assertTrue(chart.transact(bundle()).isEmpty());
    }

    private static Bundle bundle() {
        return new Bundle().setType(BundleType.TRANSACTION);
    }

    private static BundleEntryComponent post(Bundle bundle, String fullUrl, Resource resource) {
        BundleEntryComponent entry = bundle.addEntry().setResource(resource);
        if (!fullUrl.isEmpty()) {
            entry.setFullUrl(fullUrl);
        }
        entry.getRequest().setMethod(HTTPVerb.POST).setUrl(resource.fhirType());
        return entry;
    }

    private static Bundle.BundleEntryRequestComponent put(Bundle bundle, Resource resource, String url) {
        return bundle.addEntry()
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(url);
    }

    private static Patient identified(String number) {
        Patient patient = new Patient();
        patient.addIdentifier().setSystem("http://mrn.example").setValue(number);
        return patient;
    }

    private static RiskAssessment risk(String subject) {
        return new RiskAssessment().setSubject(reference(subject));
    }

    private static Observation observation(String text) {
        Observation observation = new Observation();
        observation.getCode().setText(text);
        return observation;
    }

    private static <T extends Resource> T withId(T resource, String id) {
        resource.setId(id);
        return resource;
    }

    private static org.hl7.fhir.r4.model.Reference reference(String literal) {
        return new Reference(literal);
    }

    private String subject(Written written) {
        return chart.read(written.key()).as(RiskAssessment.class).getSubject().getReference();
    }

    private static List<String> keys(List<Written> written) {
        return written.stream().map(Written::key).map(Key::toString).toList();
    }
}
