package org.fascicle.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.fascicle.fault.Fault;

/** The first half of the work on an export: every line to where its patient belongs. */
final class Sorting {
    private final Partitions.Sorter sorter;
    private final Medications medications;
    private final Consumer<Outcome> refused;

    /** @param refused told of every line that cannot be used */
    Sorting(Partitions.Sorter sorter, Medications medications, Consumer<Outcome> refused) {
        this.sorter = sorter;
        this.medications = medications;
        this.refused = refused;
    }

    void sort(Population population) throws IOException {
        for (Path file : population.responses()) {
            eachLine(file, true);
        }
        for (Path file : population.charts()) {
            eachLine(file, false);
        }
    }

    private void eachLine(Path file, boolean isAmongResponses) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            long number = 0;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                if (!text.isBlank()) {
                    sort(new Line(file.toString(), number, text), isAmongResponses);
                }
            }
        }
    }

    private void sort(Line line, boolean isAmongResponses) throws IOException {
        try {
            ExportLine read = ExportLine.read(new ExportLine.Place(line.source(), line.number()), line.text());
            switch (Belonging.of(read, isAmongResponses)) {
                case PATIENT -> sorter.add(read);
                case MEDICATIONS -> medications.add(read);
                case NOWHERE -> {}
            }
        } catch (Fault fault) {
            refused.accept(Outcome.refused(line, fault.getMessage()));
        }
    }
}
