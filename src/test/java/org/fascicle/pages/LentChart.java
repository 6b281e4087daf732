package org.fascicle.pages;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/**
 * A chart that several requests share, and that can be made to fail as an EHR does.
 *
 * @param trouble is asked before each call, by the method's name; throws what the EHR would answer
 */
record LentChart(Chart chart, Consumer<String> trouble) implements Chart {

    @Override
    public Stored read(Key key) {
        trouble.accept("read");
        return chart.read(key);
    }

    @Override
    public Stored read(Key key, String version) {
        trouble.accept("read");
        return chart.read(key, version);
    }

    @Override
    public Page history(Key key, int count, Optional<String> after) {
        trouble.accept("history");
        return chart.history(key, count, after);
    }

    @Override
    public Page search(Search search) {
        trouble.accept("search");
        return chart.search(search);
    }

    @Override
    public Written create(Resource resource) {
        trouble.accept("create");
        return chart.create(resource);
    }

    @Override
    public Written create(Resource resource, Search unlessFound) {
        trouble.accept("create");
        return chart.create(resource, unlessFound);
    }

    @Override
    public Written update(Resource resource) {
        trouble.accept("update");
        return chart.update(resource);
    }

    @Override
    public Written update(Resource resource, String ifVersion) {
        trouble.accept("update");
        return chart.update(resource, ifVersion);
    }

    @Override
    public Written update(Resource resource, Search found) {
        trouble.accept("update");
        return chart.update(resource, found);
    }

    @Override
    public List<Written> transact(Bundle transaction) {
        trouble.accept("transact");
        return chart.transact(transaction);
    }

    @Override
    public void close() {
        // Lent, not given.
    }
}
