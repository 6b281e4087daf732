package org.fascicle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.fascicle.assessing.Assessing;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.embedded.EmbeddedChart;
import org.fascicle.testing.Export;

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

    /** @param round in each, others are visited */
    Visit open(int round) throws IOException {
        if (size > COPIED) {
            return new Visit(chart(file), patients, (long) round * Question.ASSESS.times());
        }
        Path copy = file.resolveSibling("copy-" + size + ".db");
        for (String part : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(Path.of(copy + part));
            if (Files.exists(Path.of(file + part))) {
                Files.copy(Path.of(file + part), Path.of(copy + part));
            }
        }
        return new Visit(chart(copy), patients, round);
    }

    /** What is asked, and how often in a round. */
    enum Question {
        READ("read a resource", 400),
        OF_A_PATIENT("results of a patient, all", 200),
        OF_A_PATIENT_BY_CODE("results of a patient by code, newest first", 200),
        BY_IDENTIFIER("a patient by identifier", 200),
        BY_NAME("a patient by family name", 200),
        BY_BEGINNING("patients by a beginning that all names have, a page of 20", 40),
        NEWEST("newest 20 results of all patients", 100),
        STORE("store a response", 20),
        ASSESS("`$assess` it with write-back", 20);

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

    /** One round with an open store. */
    static final class Visit implements AutoCloseable {
        private final EmbeddedChart chart;
        private final long patients;
        private final Assessing assessing = Export.assessing(Clock.systemUTC());
        private final Random random = new Random(7);
        private final long first;

        private Visit(EmbeddedChart chart, long patients, long first) {
            this.chart = chart;
            this.patients = patients;
            this.first = first;
        }

        long nanos(Question question, int call) {
            long patient = random.nextLong(patients);
            long begin = System.nanoTime();
            ask(question, patient, (first + call) % patients);
            return System.nanoTime() - begin;
        }

        /** @param mine a patient who is asked about once only */
        private void ask(Question question, long patient, long mine) {
            String reference = "Patient/p" + patient;
            switch (question) {
                case READ -> chart.read(new Key("QuestionnaireResponse", "r" + patient));
                case OF_A_PATIENT -> found(Search.of("Observation").where("patient", reference));
                case OF_A_PATIENT_BY_CODE ->
                    found(Search.of("Observation")
                            .where("patient", reference)
                            .whereToken("code", Filling.LOINC, Filling.CODES.get(0), Filling.CODES.get(1))
                            .sorted("-date")
                            .count(20));
                case BY_IDENTIFIER ->
                    found(Search.of("Patient").whereToken("identifier", Filling.NUMBERS, "p" + patient));
                case BY_NAME -> found(Search.of("Patient").where("family", Filling.family(patient)));
                case BY_BEGINNING ->
                    found(Search.of("Patient").where("family", "fam").count(20));
                case NEWEST -> found(Search.of("Observation").sorted("-date").count(20));
                case STORE -> chart.update(Filling.response("n" + mine, mine, 1));
                case ASSESS -> assessing.assess(chart, "n" + mine);
            }
        }

        private void found(Search search) {
            if (chart.search(search).matches().isEmpty()) {
                throw new IllegalStateException("nothing found: " + search);
            }
        }

        @Override
        public void close() {
            chart.close();
        }
    }
}
