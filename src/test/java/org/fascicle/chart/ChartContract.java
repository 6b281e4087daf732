package org.fascicle.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fascicle.chart.Written.Outcome;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What every chart promises, wherever it is kept. Ids and versions are the chart's own; the tests know none. */
public abstract class ChartContract {
    private static final String MRN = "http://hospital.example/mrn";

    /** The chart under test, empty or with others' data in it. */
    protected abstract Chart chart();

    private final String mine = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void whatWasCreatedIsReadAsItIs() {
        Written written = chart().create(patient("a").setGender(AdministrativeGender.FEMALE));
        assertEquals(Outcome.CREATED, written.outcome());
        Patient read = chart().read(written.key()).as(Patient.class);
        assertEquals(AdministrativeGender.FEMALE, read.getGender());
        assertEquals(written.key().id(), read.getIdElement().getIdPart());
        assertEquals(written.stored().version(), read.getMeta().getVersionId());
    }

    @Test
    void theResourceHandedInIsLeftAsItWas() {
        Patient patient = patient("a");
        chart().create(patient);
        assertNull(patient.getIdElement().getValue());
        assertTrue(patient.getMeta().isEmpty());
    }

    @Test
    void anUpdateStoresTheNextVersionAndKeepsTheEarlierOne() {
        Written first = chart().create(patient("a"));
        Patient changed = first.stored().as(Patient.class).setGender(AdministrativeGender.MALE);
        Written second = chart().update(changed, first.stored().version());
        assertEquals(Outcome.UPDATED, second.outcome());
        assertNotEquals(first.stored().version(), second.stored().version());
        assertEquals(
                AdministrativeGender.MALE,
                chart().read(first.key()).as(Patient.class).getGender());
        assertNull(chart().read(first.key(), first.stored().version())
                .as(Patient.class)
                .getGender());
    }

    @Test
    void anUpdateFromAnOldVersionIsStaleAndChangesNothing() {
        Written first = chart().create(patient("a"));
        Patient changed = first.stored().as(Patient.class).setGender(AdministrativeGender.MALE);
        String second =
                chart().update(changed, first.stored().version()).stored().version();
        Patient other = first.stored().as(Patient.class).setGender(AdministrativeGender.FEMALE);
        assertFault(Kind.STALE, () -> chart().update(other, first.stored().version()));
        assertEquals(second, chart().read(first.key()).version());
    }

    @Test
    void theHistoryHasEveryVersionNewestFirstPageAfterPage() {
        Written first = chart().create(patient("a"));
        List<String> versions = new ArrayList<>(List.of(first.stored().version()));
        for (AdministrativeGender gender :
                List.of(AdministrativeGender.MALE, AdministrativeGender.FEMALE, AdministrativeGender.OTHER)) {
            Patient next = chart().read(first.key()).as(Patient.class).setGender(gender);
            versions.add(0, chart().update(next).stored().version());
        }
        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page page = chart().history(first.key(), 2, after);
            page.matches().forEach(stored -> seen.add(stored.version()));
            after = page.next();
        } while (after.isPresent());
        assertEquals(versions, seen);
    }

    @Test
    void whatWasNeverStoredIsNotFound() {
        assertFault(Kind.NOT_FOUND, () -> chart().read(new Key("Patient", "nobody-" + mine)));
    }

    @Test
    void aConditionalCreateStoresOnceAndThenAnswersTheOneThatIsFound() {
        Written first = chart().create(patient("c"), byMrn("c"));
        Written again = chart().create(patient("c").setGender(AdministrativeGender.MALE), byMrn("c"));
        assertEquals(Outcome.CREATED, first.outcome());
        assertEquals(Outcome.FOUND, again.outcome());
        assertEquals(first.key(), again.key());
        assertNull(again.stored().as(Patient.class).getGender());
    }

    @Test
    void aConditionalCreateThatFindsSeveralIsRefused() {
        chart().create(patient("d"));
        chart().create(patient("d"));
        assertFault(Kind.MULTIPLE_MATCHES, () -> chart().create(patient("d"), byMrn("d")));
        assertEquals(2, chart().searchAll(byMrn("d")).size());
    }

    @Test
    void tenConditionalCreatesAtOnceStoreOneResource() throws Exception {
        List<Written> written = atOnce(10, () -> chart().create(patient("e"), byMrn("e")));
        assertEquals(1, written.stream().map(Written::key).distinct().count());
        assertEquals(1, chart().searchAll(byMrn("e")).size());
    }

    @Test
    void ofTenUpdatesFromOneVersionOneSucceeds() throws Exception {
        Written first = chart().create(patient("f"));
        List<Boolean> stored = atOnce(10, () -> {
            try {
                Patient next = first.stored().as(Patient.class);
                next.addName().setText("name " + UUID.randomUUID());
                chart().update(next, first.stored().version());
                return true;
            } catch (Fault fault) {
                assertEquals(Kind.STALE, fault.kind());
                return false;
            }
        });
        assertEquals(1, stored.stream().filter(Boolean::booleanValue).count());
    }

    @Test
    void aConditionalUpdateCreatesThenUpdatesTheOneItFinds() {
        Written first = chart().update(patient("g"), byMrn("g"));
        Written second = chart().update(patient("g").setGender(AdministrativeGender.MALE), byMrn("g"));
        assertEquals(Outcome.CREATED, first.outcome());
        assertEquals(Outcome.UPDATED, second.outcome());
        assertEquals(first.key(), second.key());
    }

    @Test
    void aSearchFindsByPatientCodeCategoryAndDatePageAfterPageEachOnce() {
        Key patient = chart().create(patient("h")).key();
        Key other = chart().create(patient("i")).key();
        for (int day = 1; day <= 7; day++) {
            chart().create(observation(patient, "2026-01-0" + day));
        }
        chart().create(observation(other, "2026-01-01"));
        Search search = Search.of("Observation")
                .where("patient", patient.toString())
                .whereToken("code", "http://loinc.org", "2823-3", "2601-3")
                .where("category", "laboratory")
                .sorted("-date")
                .count(3);
        List<String> dates = chart().searchAll(search).stream()
                .map(stored ->
                        stored.as(Observation.class).getEffectiveDateTimeType().getValueAsString())
                .toList();
        assertEquals(
                List.of(
                        "2026-01-07",
                        "2026-01-06",
                        "2026-01-05",
                        "2026-01-04",
                        "2026-01-03",
                        "2026-01-02",
                        "2026-01-01"),
                dates);
        assertEquals(3, chart().search(search).matches().size());
    }

    @Test
    void aValueIsMeantLiterallyWhateverIsInIt() {
        List<String> odd = List.of("a,b", "a|b", "a&b=c", "a$b", "a\\b", "a%26b", "a b+c", "ä\"'<", "a#b?c");
        for (String value : odd) {
            chart().create(patient(value));
        }
        for (String value : odd) {
            List<Stored> found = chart().searchAll(byMrn(value));
            assertEquals(1, found.size(), value);
            assertEquals(
                    mine + value,
                    found.get(0).as(Patient.class).getIdentifierFirstRep().getValue());
        }
    }

    @Test
    void includesBringTheReferredResourceBesideTheMatches() {
        Key patient = chart().create(patient("j")).key();
        chart().create(risk(patient.toString()));
        Page page = chart().search(Search.of("RiskAssessment")
                .where("patient", patient.toString())
                .including("RiskAssessment:patient"));
        assertEquals(1, page.matches().size());
        assertEquals(List.of(patient), page.included().stream().map(Stored::key).toList());
    }

    @Test
    void aPlaceOfAnotherSearchIsRefused() {
        Key patient = chart().create(patient("k")).key();
        chart().create(observation(patient, "2026-01-01"));
        chart().create(observation(patient, "2026-01-02"));
        Search search =
                Search.of("Observation").where("patient", patient.toString()).sorted("date");
        String next = chart().search(search.count(1)).next().orElseThrow();
        assertFault(Kind.MALFORMED, () -> chart().search(search.sorted("_id").after(next)));
        assertFault(Kind.MALFORMED, () -> chart().search(search.after("nonsense")));
    }

    @Test
    void aTransactionStoresAllAndItsReferencesPointAtWhatWasStored() {
        String patient = url();
        String risk = url();
        Bundle bundle = bundle();
        post(bundle, risk, risk(patient));
        post(bundle, patient, patient("l"));
        post(bundle, url(), provenance(risk));
        List<Written> written = chart().transact(bundle);
        assertEquals(
                List.of("RiskAssessment", "Patient", "Provenance"),
                written.stream().map(one -> one.key().type()).toList());
        assertTrue(written.stream().allMatch(one -> one.outcome() == Outcome.CREATED));
        assertEquals(
                written.get(1).key().toString(),
                chart().read(written.get(0).key())
                        .as(RiskAssessment.class)
                        .getSubject()
                        .getReference());
        assertEquals(
                Optional.of(written.get(0).key()),
                Key.fromReference(chart().read(written.get(2).key())
                        .as(Provenance.class)
                        .getTargetFirstRep()
                        .getReference()));
    }

    @Test
    void theBundleHandedInIsLeftAsItWas() {
        Bundle bundle = bundle();
        String patient = url();
        post(bundle, patient, patient("m"));
        post(bundle, url(), risk(patient));
        String before = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(bundle);
        chart().transact(bundle);
        assertEquals(before, FhirContext.forR4Cached().newJsonParser().encodeResourceToString(bundle));
    }

    @Test
    void theSameTransactionAgainStoresNothingMore() {
        Bundle bundle = bundle();
        String patient = url();
        post(bundle, patient, patient("n")).getRequest().setIfNoneExist("identifier=" + MRN + "|" + mine + "n");
        RiskAssessment risk = risk(patient);
        risk.addIdentifier().setSystem("http://risk.example").setValue(mine);
        post(bundle, url(), risk).getRequest().setIfNoneExist("identifier=http://risk.example|" + mine);
        List<Written> first = chart().transact(bundle);
        List<Written> again = chart().transact(bundle);
        assertEquals(
                first.stream().map(Written::key).toList(),
                again.stream().map(Written::key).toList());
        assertTrue(again.stream().allMatch(one -> one.outcome() == Outcome.FOUND));
        assertEquals(1, chart().searchAll(byMrn("n")).size());
    }

    @Test
    void aStaleEntryStoresNothingOfTheTransaction() {
        Written first = chart().create(patient("o"));
        Patient next = first.stored().as(Patient.class).setGender(AdministrativeGender.MALE);
        chart().update(next, first.stored().version());
        Bundle bundle = bundle();
        post(bundle, url(), patient("p"));
        bundle.addEntry()
                .setResource(first.stored().as(Patient.class).setGender(AdministrativeGender.OTHER))
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(first.key().toString())
                .setIfMatch(first.stored().etag());
        assertFault(Kind.STALE, () -> chart().transact(bundle));
        assertEquals(List.of(), chart().searchAll(byMrn("p")));
    }

    @Test
    void anUpdateInsideATransactionStoresTheNextVersion() {
        Written first = chart().create(patient("q"));
        Bundle bundle = bundle();
        bundle.addEntry()
                .setResource(first.stored().as(Patient.class).setGender(AdministrativeGender.OTHER))
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(first.key().toString())
                .setIfMatch(first.stored().etag());
        Written second = chart().transact(bundle).get(0);
        assertEquals(Outcome.UPDATED, second.outcome());
        assertNotEquals(first.stored().version(), second.stored().version());
        assertEquals(
                AdministrativeGender.OTHER,
                chart().read(first.key()).as(Patient.class).getGender());
    }

    @Test
    void whatIsNoTransactionOfCreatesAndUpdatesIsRefused() {
        assertFault(Kind.NOT_SUPPORTED, () -> chart().transact(new Bundle().setType(BundleType.BATCH)));
        Bundle delete = bundle();
        delete.addEntry().getRequest().setMethod(HTTPVerb.DELETE).setUrl("Patient/a");
        assertFault(Kind.NOT_SUPPORTED, () -> chart().transact(delete));
        Bundle otherType = bundle();
        post(otherType, url(), patient("r")).getRequest().setUrl("Observation");
        assertFault(Kind.INVALID, () -> chart().transact(otherType));
        assertEquals(List.of(), chart().transact(bundle()));
    }

    @Test
    void versionsInReferencesArePartOfThem() {
        Key patient = chart().create(patient("s")).key();
        RiskAssessment risk = risk(patient.toString());
        Written basis = chart().create(observation(patient, "2026-01-01"));
        risk.addBasis().setReference(basis.stored().location());
        Written written = chart().create(risk);
        assertEquals(
                basis.stored().location(),
                chart().read(written.key())
                        .as(RiskAssessment.class)
                        .getBasisFirstRep()
                        .getReference());
    }

    private Search byMrn(String value) {
        return Search.of("Patient").whereToken("identifier", MRN, mine + value);
    }

    private Patient patient(String number) {
        Patient patient = new Patient();
        patient.addIdentifier().setSystem(MRN).setValue(mine + number);
        return patient;
    }

    private static RiskAssessment risk(String subject) {
        return new RiskAssessment().setStatus(RiskAssessmentStatus.FINAL).setSubject(new Reference(subject));
    }

    private static Provenance provenance(String target) {
        Provenance provenance = new Provenance().addTarget(new Reference(target));
        provenance.setRecorded(new DateTimeType("2026-11-22T10:00:00Z").getValue());
        provenance.addAgent().getWho().setDisplay("a test");
        return provenance;
    }

    private static Observation observation(Key patient, String date) {
        Observation observation = new Observation().setStatus(Observation.ObservationStatus.FINAL);
        observation
                .addCategory()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/observation-category")
                .setCode("laboratory");
        observation.getCode().addCoding().setSystem("http://loinc.org").setCode("2823-3");
        observation.getSubject().setReference(patient.toString());
        observation.setEffective(new DateTimeType(date));
        return observation;
    }

    private static Bundle bundle() {
        return new Bundle().setType(BundleType.TRANSACTION);
    }

    private static String url() {
        return "urn:uuid:" + UUID.randomUUID();
    }

    private static BundleEntryComponent post(Bundle bundle, String fullUrl, Resource resource) {
        BundleEntryComponent entry = bundle.addEntry().setResource(resource).setFullUrl(fullUrl);
        entry.getRequest().setMethod(HTTPVerb.POST).setUrl(resource.fhirType());
        return entry;
    }

    protected static Fault assertFault(Kind kind, Executable work) {
        Fault fault = assertThrows(Fault.class, work);
        assertEquals(kind, fault.kind(), fault.getMessage());
        return fault;
    }

    protected static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(Collections.nCopies(threads, work))) {
                results.add(future.get());
            }
            assertEquals(threads, results.size());
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
