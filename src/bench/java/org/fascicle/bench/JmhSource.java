package org.fascicle.bench;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The benchmarks of one class, each in a JVM of its own. A figure is named {@code Lines.assess (responses) x2}.
 *
 * @param methods a regular expression that finds those to run; empty for all
 * @param which of the lines, for those that have some; empty for all
 */
record JmhSource(Class<?> benchmarks, String methods, Optional<String> which, int threads) implements Source {
    /** On a machine that others use too, the compiler needs seconds before it has seen all of an assessment. */
    private static final int WARM_SECONDS = 6;

    private static final int SECONDS = 2;

    /** All of them. */
    static JmhSource of(Class<?> benchmarks) {
        return new JmhSource(benchmarks, "", Optional.empty(), 1);
    }

    @Override
    public String name() {
        return benchmarks.getSimpleName()
                + which.map(lines -> " (" + lines + ")").orElse("")
                + (threads == 1 ? "" : " x" + threads);
    }

    @Override
    public Map<String, Double> measure() {
        OptionsBuilder options = new OptionsBuilder();
        options.include("^" + Pattern.quote(benchmarks.getName()) + "\\." + methods)
                .threads(threads)
                .forks(1)
                .warmupIterations(WARM_SECONDS)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(SECONDS)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        which.ifPresent(lines -> options.param("lines", lines));
        try {
            Map<String, Double> figures = new TreeMap<>();
            new Runner(options.build())
                    .run()
                    .forEach(
                            run -> figures.put(name(run), run.getPrimaryResult().getScore()));
            return figures;
        } catch (RunnerException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String name(RunResult run) {
        String method = run.getParams().getBenchmark().replaceFirst(".*\\.", "");
        String lines = run.getParams().getParam("lines");
        return benchmarks.getSimpleName() + "." + method
                + (lines == null ? "" : " (" + lines + ")")
                + (threads == 1 ? "" : " x" + threads);
    }
}
