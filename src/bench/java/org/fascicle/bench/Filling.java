package org.fascicle.bench;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.Result;
import org.fascicle.chart.embedded.EmbeddedChart;
import org.fascicle.fault.Fault;
import org.fascicle.testing.Export;
import org.fascicle.testing.RandomResponse;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Fills a store with patients: charts with histories, of which one in four is assessed with write-back. */
final class Filling {
    static final String LOINC = "http://loinc.org";
    static final String NUMBERS = "urn:fascicle:bench";
    static final List<String> CODES = List.of("2823-3", "2951-2", "17861-6", "19123-9", "2160-0", "3016-3");

    private static final int THREADS = 4;

    /** Below this, what several threads store at the end would be too much. */
    private static final long MANY = 10_000;

    private static final int RESULTS = 40;
    private static final int TOGETHER = 4;
    private static final List<Long> SEEDS = accepted();

    private final EmbeddedChart chart;
    private final Assessing assessing = Export.assessing(java.time.Clock.systemUTC());
    private final AtomicLong groups = new AtomicLong();
    private final AtomicLong stored = new AtomicLong();

    Filling(EmbeddedChart chart) {
        this.chart = chart;
    }

    /** Returns how many patients there are. */
    long to(long size) {
        int count = size < MANY ? 1 : THREADS;
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < count; thread++) {
                all.add(threads.submit(() -> {
                    while (stored.get() < size) {
                        stored.addAndGet(add(groups.getAndIncrement()));
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
            return groups.get() * TOGETHER;
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdown();
        }
    }

    /** Some patients in one transaction; the first of them is assessed. */
    private long add(long group) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        for (long number = group * TOGETHER; number < (group + 1) * TOGETHER; number++) {
            chart(number)
                    .forEach(resource -> bundle.addEntry()
                            .setResource(resource)
                            .getRequest()
                            .setMethod(Bundle.HTTPVerb.PUT)
                            .setUrl(resource.fhirType() + "/" + resource.getIdPart()));
        }
        chart.transact(bundle);
        Result result = assessing.assess(chart, "r" + group * TOGETHER);
        return bundle.getEntry().size() + result.entries().size();
    }

    private static List<Resource> chart(long number) {
        Random random = new Random(number);
        List<Resource> resources = new ArrayList<>(List.of(patient(number), response("r" + number, number, 0)));
        for (int i = 0; i < RESULTS; i++) {
            resources.add(result(number, i, random));
        }
        resources.add(condition(number));
        resources.add(medication(number));
        return resources;
    }

    /** Random answers that are accepted, of a patient. */
    static QuestionnaireResponse response(String id, long patient, int which) {
        long seed = SEEDS.get((int) ((patient + which) % SEEDS.size()));
        QuestionnaireResponse response = FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(
                        QuestionnaireResponse.class, RandomResponse.of(seed).toString());
        response.setSubject(new Reference("Patient/p" + patient)).setId(id);
        return response;
    }

    private static List<Long> accepted() {
        Assessing judge = Export.assessing(java.time.Clock.systemUTC());
        return LongStream.range(0, 100)
                .filter(seed -> isAccepted(judge, seed))
                .boxed()
                .toList();
    }

    private static boolean isAccepted(Assessing judge, long seed) {
        try {
            judge.inline(
                    FhirContext.forR4Cached()
                            .newJsonParser()
                            .parseResource(
                                    QuestionnaireResponse.class,
                                    RandomResponse.of(seed).toString()),
                    java.util.Optional.empty());
            return true;
        } catch (Fault refused) {
            return false;
        }
    }

    static String family(long number) {
        return String.format("family%07d", number);
    }

    private static Patient patient(long number) {
        Patient patient = new Patient();
        patient.addIdentifier().setSystem(NUMBERS).setValue("p" + number);
        patient.addName().setFamily(family(number)).addGiven("given" + number % 100);
        patient.setBirthDateElement(new org.hl7.fhir.r4.model.DateType("19" + (40 + number % 60) + "-05-02"));
        patient.setId("p" + number);
        return patient;
    }

    private static Observation result(long patient, int number, Random random) {
        Observation observation = new Observation();
        observation.setStatus(Observation.ObservationStatus.FINAL);
        observation.setSubject(new Reference("Patient/p" + patient));
        observation
                .addCategory()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/observation-category")
                .setCode("laboratory");
        observation.setCode(concept(LOINC, CODES.get(number % CODES.size())));
        observation.setEffective(new DateTimeType(String.format(
                "20%02d-%02d-%02dT%02d:15:00Z",
                16 + random.nextInt(10), 1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(24))));
        observation.setValue(new Quantity()
                .setValue(java.math.BigDecimal.valueOf(100 + random.nextInt(400), 2))
                .setUnit("mmol/L")
                .setSystem("http://unitsofmeasure.org")
                .setCode("mmol/L"));
        observation.setId("o" + patient + "-" + number);
        return observation;
    }

    private static Condition condition(long patient) {
        Condition condition = new Condition();
        condition.setSubject(new Reference("Patient/p" + patient));
        condition.setClinicalStatus(concept("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"));
        condition.setCode(concept("http://snomed.info/sct", "38341003"));
        condition.setId("c" + patient);
        return condition;
    }

    private static MedicationRequest medication(long patient) {
        MedicationRequest request = new MedicationRequest();
        request.setStatus(MedicationRequest.MedicationRequestStatus.ACTIVE);
        request.setIntent(MedicationRequest.MedicationRequestIntent.ORDER);
        request.setSubject(new Reference("Patient/p" + patient));
        request.setMedication(concept("http://www.whocc.no/atc", "C03CA01"));
        request.setId("m" + patient);
        return request;
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept().addCoding(new Coding().setSystem(system).setCode(code));
    }
}
