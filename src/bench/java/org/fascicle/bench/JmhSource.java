package org.fascicle.bench;

import java.util.Map;
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
 */
record JmhSource(Class<?> benchmarks, String methods, int threads) implements Source {

    @Override
    public String name() {
        return benchmarks.getSimpleName() + (threads == 1 ? "" : " x" + threads);
    }

    @Override
    public Map<String, Double> measure() {
        OptionsBuilder options = new OptionsBuilder();
        options.include("^" + Pattern.quote(benchmarks.getName()) + "\\." + methods)
                .threads(threads)
                .forks(1)
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(2)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
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
