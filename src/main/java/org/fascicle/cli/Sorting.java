package org.fascicle.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

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
            eachLine(file, this::response);
        }
        for (Path file : population.charts()) {
            eachLine(file, this::chart);
        }
    }

    private interface Use {
        void accept(ExportLine line) throws IOException;
    }

    private void eachLine(Path file, Use use) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            long number = 0;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                if (!text.isBlank()) {
                    use(new Line(file.toString(), number, text), use);
                }
            }
        }
    }

    private void use(Line line, Use use) throws IOException {
        try {
            use.accept(ExportLine.read(new ExportLine.Place(line.source(), line.number()), line.text()));
        } catch (Fault fault) {
            refused.accept(Outcome.refused(line, fault.getMessage()));
        }
    }

    private void response(ExportLine line) throws IOException {
        if (!line.isResponse()) {
            throw new Fault(Kind.INVALID, "This is no QuestionnaireResponse: name files of other types with `--chart`");
        }
        sorter.add(line);
    }

    /** Responses among a chart are not judged; what is of no patient is not read, but for medications. */
    private void chart(ExportLine line) throws IOException {
        if (line.type().equals("Medication")) {
            medications.add(line);
        } else if (!line.isResponse() && !line.patient().isEmpty()) {
            sorter.add(line);
        }
    }
}
