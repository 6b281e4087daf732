package org.fascicle.bench;

import java.util.List;
import java.util.Map;
import org.fascicle.knowledge.TwinPace;

/** The published CQL in an engine that is not ours, beside the Java it is the twin of. */
final class TwinSource implements Source {
    private static final int WARM = 5;

    private final TwinPace pace = new TwinPace();

    @Override
    public String name() {
        return "Twin";
    }

    @Override
    public Map<String, Double> measure() {
        for (int i = 0; i < WARM; i++) {
            pace.cql();
            pace.java();
        }
        return Map.of("Twin.cql", pace.cql(), "Twin.java", pace.java());
    }

    @Override
    public List<Comparison> lines() {
        return List.of(new Comparison("an example by the CQL twin", "µs", "Twin.cql", "by Java", "Twin.java"));
    }
}
