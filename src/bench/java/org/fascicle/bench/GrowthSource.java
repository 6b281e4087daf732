package org.fascicle.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fascicle.bench.GrownStore.Question;

/** What is asked of small stores and of large ones. */
record GrowthSource(GrownStores grown) implements Source {

    /** @param sizes in resources, the smallest first */
    static GrowthSource of(Path folder, List<Long> sizes) throws IOException {
        return new GrowthSource(GrownStores.filled(folder, sizes));
    }

    @Override
    public String name() {
        return "Growth";
    }

    @Override
    public Map<String, Double> measure() {
        try {
            Map<String, Double> figures = new TreeMap<>();
            grown.round().forEach((question, micros) -> {
                for (int store = 0; store < micros.size(); store++) {
                    figures.put(figure(question, grown.stores().get(store)), micros.get(store));
                }
            });
            return figures;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public List<Comparison> lines() {
        List<GrownStore> larger = grown.stores().subList(1, grown.stores().size());
        return Stream.of(Question.values())
                .flatMap(question -> larger.stream().map(store -> line(question, store)))
                .toList();
    }

    private Comparison line(Question question, GrownStore store) {
        GrownStore smallest = grown.stores().get(0);
        return new Comparison(
                store.name() + " resources, " + question.words(),
                "µs",
                figure(question, store),
                "with " + smallest.name(),
                figure(question, smallest));
    }

    private static String figure(Question question, GrownStore store) {
        return "Growth." + question + " " + store.name();
    }
}
