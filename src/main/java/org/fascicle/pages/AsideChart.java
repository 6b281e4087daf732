package org.fascicle.pages;

import java.util.List;
import java.util.Optional;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;

/** A chart that is read as it is, and whose responses are those of one launch, held aside. */
record AsideChart(Chart chart, AsideResponses aside) implements Chart {
    private static final String TYPE = "QuestionnaireResponse";

    @Override
    public Stored read(Key key) {
        return key.type().equals(TYPE) ? aside.read(key.id()) : chart.read(key);
    }

    @Override
    public Stored read(Key key, String version) {
        return chart.read(key, version);
    }

    @Override
    public Page history(Key key, int count, Optional<String> after) {
        return chart.history(key, count, after);
    }

    /** All of them are of the launch's patient and of our own Questionnaire; only how far they are tells them apart. */
    @Override
    public Page search(Search search) {
        if (!search.type().equals(TYPE)) {
            return chart.search(search);
        }
        List<Stored> found =
                aside.all().stream().filter(stored -> hasStatus(stored, search)).toList();
        return new Page(found, List.of(), Optional.empty());
    }

    private static boolean hasStatus(Stored stored, Search search) {
        String status = stored.as(QuestionnaireResponse.class).getStatus().toCode();
        return search.clauses().stream()
                .filter(clause -> clause.name().equals("status"))
                .allMatch(clause -> clause.anyOf().contains(status));
    }

    @Override
    public Written create(Resource resource) {
        return isAside(resource)
                ? written(Written.Outcome.CREATED, resource, Optional.empty())
                : chart.create(resource);
    }

    @Override
    public Written create(Resource resource, Search unlessFound) {
        if (!isAside(resource)) {
            return chart.create(resource, unlessFound);
        }
        return search(unlessFound).matches().stream()
                .findFirst()
                .map(found -> new Written(Written.Outcome.FOUND, found))
                .orElseGet(() -> create(resource));
    }

    @Override
    public Written update(Resource resource) {
        return isAside(resource)
                ? written(Written.Outcome.UPDATED, resource, Optional.empty())
                : chart.update(resource);
    }

    @Override
    public Written update(Resource resource, String ifVersion) {
        return isAside(resource)
                ? written(Written.Outcome.UPDATED, resource, Optional.of(ifVersion))
                : chart.update(resource, ifVersion);
    }

    @Override
    public Written update(Resource resource, Search found) {
        return chart.update(resource, found);
    }

    private static boolean isAside(Resource resource) {
        return resource instanceof QuestionnaireResponse;
    }

    private Written written(Written.Outcome outcome, Resource resource, Optional<String> seen) {
        return new Written(outcome, aside.write(resource, seen));
    }

    @Override
    public List<Written> transact(Bundle transaction) {
        return chart.transact(transaction);
    }

    @Override
    public void close() {
        chart.close();
    }

    @Override
    public String toString() {
        return "AsideChart[" + chart + "]";
    }
}
