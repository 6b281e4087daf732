package org.fascicle.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Assesses an export of any size: first spreads it over files by patient, then assesses file by file. Each finished file
 * is noted in a journal, so that a run that was cut short goes on where it stopped, with the same moment in its results.
 */
final class PopulationRun implements AutoCloseable {
    private final Population population;
    private final Consumer<Outcome> told;
    private final Journal journal;
    private final Medications medications;
    private long refusals;

    /** @param told of every line that was assessed or refused */
    PopulationRun(Population population, Consumer<Outcome> told) throws IOException {
        this.population = population;
        this.told = told;
        Files.createDirectories(population.work());
        journal = Journal.open(population.work().resolve("journal"));
        medications = new Medications(population.work().resolve("medications"));
    }

    /**
     * Runs to the end.
     *
     * @param now the moment of the results, unless an earlier run has set one
     * @return how many lines were refused, in all runs together
     */
    long run(Instant now, Function<Instant, LineAssessor> assessors, Conveyor conveyor)
            throws IOException, InterruptedException {
        begin(now);
        Partitions partitions = partitions();
        LineAssessor assessor =
                assessors.apply(Instant.parse(journal.find("now").orElseThrow()));
        try (RandomAccessFile output = new RandomAccessFile(population.output().toFile(), "rw")) {
            output.setLength(done(Done.BYTES));
            output.seek(output.length());
            for (int part = (int) done(Done.PARTITIONS); part < partitions.count(); part++) {
                Iterator<Line> lines = partitions.patients(part).stream()
                        .flatMap(patient ->
                                Dossier.of(patient, medications::find).lines())
                        .iterator();
                assess(lines, assessor, conveyor, output);
                note(part + 1, output.length());
            }
        }
        population.removeWork();
        return refusals;
    }

    private void begin(Instant now) throws IOException {
        String name = population.name();
        if (journal.find("export").filter(other -> !other.equals(name)).isPresent()) {
            throw new IOException("`" + population.work()
                    + "` belongs to a run over other files: finish that run, or remove the folder");
        }
        if (journal.find("export").isEmpty()) {
            journal.note("now", now);
            journal.note("export", name);
        }
        refusals = done(Done.REFUSALS);
    }

    private Partitions partitions() throws IOException {
        int known = journal.find("partitions").map(Integer::parseInt).orElse(0);
        if (known > 0) {
            medications.reload();
            return new Partitions(population.work(), known);
        }
        Partitions partitions =
                new Partitions(population.work(), Partitions.countFor(population.bytes(), population.bytesAtOnce()));
        medications.clear();
        try (Partitions.Sorter sorter = partitions.sorter()) {
            new Sorting(sorter, medications, this::tell).sort(population);
        }
        note(0, 0);
        journal.note("partitions", partitions.count());
        return partitions;
    }

    private void assess(Iterator<Line> lines, LineAssessor assessor, Conveyor conveyor, RandomAccessFile output)
            throws IOException, InterruptedException {
        Writer out = new BufferedWriter(Channels.newWriter(output.getChannel(), StandardCharsets.UTF_8), 1 << 16);
        conveyor.run(lines, assessor::assess, outcome -> {
            tell(outcome);
            write(outcome, out);
        });
        out.flush();
        output.getFD().sync();
    }

    private static void write(Outcome outcome, Writer out) {
        try {
            if (outcome.isAssessed()) {
                out.append(outcome.text()).append('\n');
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void tell(Outcome outcome) {
        refusals += outcome.isAssessed() ? 0 : 1;
        told.accept(outcome);
    }

    /** What the last note of progress holds. */
    private enum Done {
        PARTITIONS,
        BYTES,
        REFUSALS
    }

    private void note(int partitions, long bytes) throws IOException {
        journal.note("done", partitions + " " + bytes + " " + refusals);
    }

    private long done(Done what) {
        return journal.find("done")
                .map(note -> Long.parseLong(note.split(" ")[what.ordinal()]))
                .orElse(0L);
    }

    @Override
    public void close() throws IOException {
        medications.close();
        journal.close();
    }
}
