package org.fascicle.chart.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.Written;
import org.fascicle.chart.Written.Outcome;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

class ConditionalTest extends StoreTest {
    private static final String MRN = "http://hospital.example/mrn";

    @Test
    void aConditionalCreateStoresWhenNothingIsFound() {
        Written written = chart.create(patient("17"), mrn("17"));
        assertEquals(Outcome.CREATED, written.outcome());
        assertEquals(List.of("n1"), find("Patient?identifier=" + MRN + "|17"));
    }

    @Test
    void aConditionalCreateAnswersTheOneThatIsFound() {
        Written first = chart.create(patient("17"));
        Written again = chart.create(patient("17").setActive(true), mrn("17"));
        assertEquals(Outcome.FOUND, again.outcome());
        assertEquals(first.stored(), again.stored());
    }

    @Test
    void aConditionalCreateThatFindsSeveralIsRefused() {
        chart.create(patient("17"));
        chart.create(patient("17"));
        assertFault(Kind.MULTIPLE_MATCHES, () -> chart.create(patient("17"), mrn("17")));
        assertEquals(2, find("Patient").size());
    }

    @Test
    void aConditionWithoutAParameterOrOfAnotherTypeIsRefused() {
        assertFault(Kind.MALFORMED, () -> chart.create(patient("17"), Search.of("Patient")));
        assertFault(
                Kind.MALFORMED,
                () -> chart.create(patient("17"), Search.of("Device").where("identifier", "1")));
    }

    @Test
    void twentyConditionalCreatesAtOnceStoreOneResource() throws Exception {
        for (int round = 0; round < 20; round++) {
            String number = "r" + round;
            List<Written> written = atOnce(20, () -> chart.create(patient(number), mrn(number)));
            assertEquals(1, written.stream().map(Written::key).distinct().count());
            assertEquals(
                    1,
                    written.stream()
                            .filter(one -> one.outcome() == Outcome.CREATED)
                            .count());
            assertEquals(1, find("Patient?identifier=" + number).size());
        }
    }

    @Test
    void twoServersOnOneStoreStoreOneResourceToo() throws Exception {
        try (EmbeddedChart other = EmbeddedChart.open(url, clock, () -> "m" + ids.incrementAndGet())) {
            for (int round = 0; round < 10; round++) {
                String number = "r" + round;
                AtomicInteger caller = new AtomicInteger();
                List<Written> written = atOnce(
                        10,
                        () -> (caller.incrementAndGet() % 2 == 0 ? chart : other).create(patient(number), mrn(number)));
                assertEquals(1, written.stream().map(Written::key).distinct().count());
                assertEquals(1, find("Patient?identifier=" + number).size());
            }
        }
    }

    @Test
    void twentyUpdatesAtOnceStoreTwentyVersions() throws Exception {
        chart.update(withId("a"));
        List<Written> written = atOnce(20, () -> chart.update(withId("a")));
        assertEquals(
                IntStream.rangeClosed(2, 21).mapToObj(Integer::toString).toList(),
                written.stream()
                        .map(one -> one.stored().version())
                        .sorted((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)))
                        .toList());
    }

    @Test
    void ofTwentyUpdatesFromOneVersionOneSucceeds() throws Exception {
        chart.update(withId("a"));
        List<Boolean> stored = atOnce(20, () -> {
            try {
                chart.update(withId("a"), "1");
                return true;
            } catch (Fault fault) {
                assertEquals(Kind.STALE, fault.kind());
                return false;
            }
        });
        assertEquals(1, stored.stream().filter(Boolean::booleanValue).count());
        assertEquals("2", chart.read(new Key("Patient", "a")).version());
    }

    @Test
    void aConditionalUpdateCreatesThenUpdatesTheOneItFinds() {
        assertEquals(Outcome.CREATED, chart.update(patient("17"), mrn("17")).outcome());
        Written second = chart.update(patient("17").setActive(true), mrn("17"));
        assertEquals(Outcome.UPDATED, second.outcome());
        assertEquals("Patient/n1/_history/2", second.stored().location());
        assertTrue(chart.read(second.key()).as(Patient.class).getActive());
    }

    @Test
    void aConditionalUpdateTakesTheIdGivenWhenNothingIsFound() {
        Patient patient = patient("17");
        patient.setId("mine");
        assertEquals("mine", chart.update(patient, mrn("17")).key().id());
    }

    @Test
    void aConditionalUpdateWithAnotherIdThanTheOneFoundIsRefused() {
        chart.create(patient("17"));
        Patient patient = patient("17");
        patient.setId("mine");
        assertFault(Kind.INVALID, () -> chart.update(patient, mrn("17")));
    }

    @Test
    void aConditionalUpdateNeverOverwritesAResourceItDidNotFind() {
        chart.update(withId("mine"));
        Patient patient = patient("17");
        patient.setId("mine");
        assertFault(Kind.CONFLICT, () -> chart.update(patient, mrn("17")));
    }

    @Test
    void aConditionalUpdateThatFindsSeveralIsRefused() {
        chart.create(patient("17"));
        chart.create(patient("17"));
        assertFault(Kind.MULTIPLE_MATCHES, () -> chart.update(patient("17"), mrn("17")));
    }

    static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(Collections.nCopies(threads, work))) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }

    private static Search mrn(String value) {
        return Search.of("Patient").whereToken("identifier", MRN, value);
    }

    private static Patient patient(String number) {
        Patient patient = new Patient();
        patient.addIdentifier().setSystem(MRN).setValue(number);
        return patient;
    }

    private static Patient withId(String id) {
        Patient patient = new Patient();
        patient.setId(id);
        return patient;
    }
}
