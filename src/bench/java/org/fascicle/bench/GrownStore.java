package org.fascicle.bench;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.fascicle.api.Access;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.embedded.EmbeddedChart;
import org.fascicle.testing.Export;
import org.fascicle.testing.MovingClock;
import org.fascicle.testing.RunningServer;

/**
 * A store of about so many resources: patients with charts of one length, whose histories were taken, and some assessed.
 *
 * @param patients how many they are, {@code Patient/p0} and on
 */
record GrownStore(Path file, long size, long patients) {
    /** What is copied anew for every round, so that what a round writes does not make a small store larger. */
    private static final long COPIED = 100_000;

    /** The store of an earlier run, or a new one. */
    static GrownStore filled(Path folder, long size) throws IOException {
        Path file = folder.resolve("store-" + size + ".db");
        Path note = folder.resolve("store-" + size + ".patients");
        if (!Files.exists(note)) {
            Files.deleteIfExists(file);
            long began = System.nanoTime();
            long patients;
            try (EmbeddedChart chart = chart(file)) {
                patients = new Filling(chart).to(size);
            }
            System.out.printf(
                    "%,d resources of %,d patients stored in %d s%n",
                    size, patients, (System.nanoTime() - began) / 1_000_000_000);
            Files.writeString(note, Long.toString(patients));
        }
        return new GrownStore(file, size, Long.parseLong(Files.readString(note)));
    }

    private static EmbeddedChart chart(Path file) {
        return EmbeddedChart.open(
                "jdbc:sqlite:" + file,
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString());
    }

    String name() {
        return String.format(java.util.Locale.ROOT, "%,d", size);
    }

    /** To visit patients from any one on: whoever was visited before has a longer chart now. */
    Visit open() throws IOException {
        if (size > COPIED) {
            return new Visit(chart(file), patients);
        }
        Path copy = file.resolveSibling("copy-" + size + ".db");
        for (String part : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(Path.of(copy + part));
            if (Files.exists(Path.of(file + part))) {
                Files.copy(Path.of(file + part), Path.of(copy + part));
            }
        }
        return new Visit(chart(copy), patients);
    }

    /** What is asked, and how often in a round. */
    enum Question {
        HTTP_READ("over HTTP: read a response", 200),
        HTTP_OF_A_PATIENT("over HTTP: results of a patient, a page of 20", 100),
        HTTP_BY_NUMBER("over HTTP: a patient by identifier", 200),
        HTTP_BY_NAME("over HTTP: a patient by family name", 200),
        HTTP_STORE("over HTTP: store a response", 20),
        HTTP_ASSESS("over HTTP: `$assess` it with write-back", 20),
        READ("store alone: read a response", 400),
        OF_A_PATIENT("store alone: results of a patient, all", 200),
        OF_A_PATIENT_BY_CODE("store alone: results of a patient by code, newest first", 200),
        BY_NUMBER("store alone: a patient by identifier", 200),
        BY_NAME("store alone: a patient by family name", 200),
        BY_BEGINNING("store alone: patients by a beginning that all names have, a page of 20", 20),
        BY_STATUS("store alone: results by status, a page of 20", 40),
        NEWEST("store alone: newest 20 results of all patients", 100);

        private final String words;
        private final int times;

        Question(String words, int times) {
            this.words = words;
            this.times = times;
        }

        String words() {
            return words;
        }

        int times() {
            return times;
        }
    }

    /** One round with an open store, and the FHIR door before it. */
    static final class Visit implements AutoCloseable {
        private static final FhirContext FHIR = FhirContext.forR4Cached();
        private static final String AS_USUAL = "{\"resourceType\":\"Parameters\"}";

        private final EmbeddedChart chart;
        private final RunningServer server;
        private final long patients;
        private final Random random = new Random();
        private final long first; // of the patients whose histories are taken again

        private Visit(EmbeddedChart chart, long patients) {
            MovingClock clock = new MovingClock(Instant.now());
            this.chart = chart;
            this.server = RunningServer.start(chart, clock, Access.everyone(chart), Export.assessing(clock));
            this.patients = patients;
            this.first = random.nextLong(patients);
        }

        long nanos(Question question, int call) {
            Runnable asking = asking(question, random.nextLong(patients), (first + call) % patients);
            long begin = System.nanoTime();
            asking.run();
            return System.nanoTime() - begin;
        }

        /** @param mine a patient who is asked about once only */
        private Runnable asking(Question question, long patient, long mine) {
            String history = "/QuestionnaireResponse/n" + mine;
            return switch (question) {
                case HTTP_READ -> get("/QuestionnaireResponse/r" + patient);
                case HTTP_OF_A_PATIENT -> get("/Observation?_count=20&patient=p" + patient);
                case HTTP_BY_NUMBER -> get("/Patient?identifier=" + Filling.NUMBERS + "%7Cp" + patient);
                case HTTP_BY_NAME -> get("/Patient?family=" + Filling.family(patient));
                case HTTP_STORE -> {
                    String json = FHIR.newJsonParser().encodeResourceToString(Filling.response("n" + mine, mine, 1));
                    yield () -> server.put(history, json);
                }
                case HTTP_ASSESS ->
                    () -> server.post(history + "/$assess", AS_USUAL).expect(200);
                default -> () -> ask(question, patient);
            };
        }

        private Runnable get(String path) {
            return () -> server.get(path).expect(200);
        }

        private void ask(Question question, long patient) {
            Search ofAPatient = Search.of("Observation").where("patient", "Patient/p" + patient);
            Search patients = Search.of("Patient");
            switch (question) {
                case READ -> chart.read(new Key("QuestionnaireResponse", "r" + patient));
                case OF_A_PATIENT -> found(ofAPatient);
                case OF_A_PATIENT_BY_CODE ->
                    found(ofAPatient
                            .whereToken("code", Filling.LOINC, Filling.CODES.get(0), Filling.CODES.get(1))
                            .sorted("-date")
                            .count(20));
                case BY_NUMBER -> found(patients.whereToken("identifier", Filling.NUMBERS, "p" + patient));
                case BY_NAME -> found(patients.where("family", Filling.family(patient)));
                case BY_BEGINNING -> found(patients.where("family", "fam").count(20));
                case BY_STATUS ->
                    found(Search.of("Observation").where("status", "final").count(20));
                case NEWEST -> found(Search.of("Observation").sorted("-date").count(20));
                default -> throw new IllegalArgumentException(question.words());
            }
        }

        private void found(Search search) {
            if (chart.search(search).matches().isEmpty()) {
                throw new IllegalStateException("nothing found: " + search);
            }
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
