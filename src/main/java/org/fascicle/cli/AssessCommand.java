package org.fascicle.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.fascicle.assessing.Assessing;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Assesses QuestionnaireResponses from files or standard input and writes one result Bundle a line. */
@Command(
        name = "assess",
        description =
                "Assess QuestionnaireResponses: a response, a Bundle or Parameters with a chart, or NDJSON of these.",
        footer = "Exit code 0; 2 when a line was refused, with its place and the reason on standard error.",
        mixinStandardHelpOptions = true)
final class AssessCommand implements Callable<Integer> {
    private static final int SOME_REFUSED = 2;
    private static final String STANDARD_INPUT = "-";

    private final Function<Clock, Assessing> assessing;

    @Parameters(paramLabel = "FILE", description = "Files to read; - or nothing reads standard input.")
    private List<String> files = List.of(STANDARD_INPUT);

    @Option(names = "--threads", description = "How many to work with (default: one for each core).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--now",
            description = "The moment results are dated with (default: now), such as 2026-11-22T10:00:00Z.")
    private Instant now;

    @Option(
            names = "--chart",
            paramLabel = "FILE",
            description =
                    "NDJSON files of the patients' charts (FHIR Bulk Data), or folders of them; needs --output. Export every type the rules read: one left out counts as empty. Resumable: repeat a command that was cut short.")
    private List<Path> charts = List.of();

    @Option(names = "--output", paramLabel = "FILE", description = "The file results go to, with --chart.")
    private Path output;

    @Option(
            names = "--hold",
            paramLabel = "MIB",
            description = "About how much of an export to hold in memory at once, with --chart (default: 16).")
    private int hold = 16;

    AssessCommand(Function<Clock, Assessing> assessing) {
        this.assessing = assessing;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (charts.isEmpty() != (output == null)) {
            System.err.println("--chart and --output go together");
            return CommandLine.ExitCode.USAGE;
        }
        try (Conveyor conveyor = new Conveyor(threads)) {
            long refused = charts.isEmpty() ? stream(conveyor) : population(conveyor);
            return refused == 0 ? 0 : SOME_REFUSED;
        } catch (IOException | UncheckedIOException unreadable) {
            System.err.println(words(unreadable));
            return SOME_REFUSED;
        }
    }

    /** Of a file that is not there, Java's message is its name. */
    private static String words(Exception unreadable) {
        return unreadable instanceof NoSuchFileException missing
                ? "`" + missing.getFile() + "` is not there; name a file, or `-` for standard input"
                : unreadable.getMessage();
    }

    private long stream(Conveyor conveyor) throws IOException, InterruptedException {
        LineAssessor assessor = assessor(now == null ? Clock.systemUTC() : Clock.fixed(now, ZoneOffset.UTC));
        Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), 1 << 16);
        try (Progress progress = progress(totalBytes())) {
            for (String file : files) {
                assess(file, conveyor, assessor, new Report(out, System.err, progress));
            }
            out.flush();
            return progress.refused();
        }
    }

    private long population(Conveyor conveyor) throws IOException, InterruptedException {
        Population population =
                new Population(files.stream().map(Path::of).toList(), charts, output, (long) hold << 20);
        Writer nowhere = Writer.nullWriter();
        try (Progress progress = progress(population.bytes());
                PopulationRun run = new PopulationRun(population, new Report(nowhere, System.err, progress)::write)) {
            Instant moment = now == null ? Instant.now() : now;
            return run.run(moment, at -> assessor(Clock.fixed(at, ZoneOffset.UTC)), conveyor);
        }
    }

    private LineAssessor assessor(Clock clock) {
        return new LineAssessor(assessing.apply(clock));
    }

    private static Progress progress(long bytes) {
        return new Progress(System.err, System.console() != null && System.getenv("TERM") != null, bytes);
    }

    private static void assess(String file, Conveyor conveyor, LineAssessor assessor, Report report)
            throws IOException, InterruptedException {
        boolean isStandardInput = file.equals(STANDARD_INPUT);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                isStandardInput ? System.in : Files.newInputStream(Path.of(file)), StandardCharsets.UTF_8))) {
            Lines lines = new Lines(isStandardInput ? "standard input" : file, reader);
            conveyor.run(lines, assessor::assess, report::write);
        }
    }

    private long totalBytes() throws IOException {
        long total = 0;
        for (String file : files) {
            if (file.equals(STANDARD_INPUT)) {
                return 0;
            }
            total += Files.size(Path.of(file));
        }
        return total;
    }

    /** Results to standard output, refusals to standard error. */
    private record Report(Writer out, PrintStream err, Progress progress) {

        void write(Outcome outcome) {
            progress.count(outcome);
            if (outcome.isAssessed()) {
                line(outcome.text());
            } else {
                progress.clear();
                err.println(outcome.refusal());
            }
        }

        private void line(String text) {
            try {
                out.write(text);
                out.write('\n');
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
