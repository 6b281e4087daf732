package org.fascicle.pages;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.oauth.Permission;
import org.fascicle.oauth.Scope;
import org.fascicle.oauth.Scopes;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/**
 * A chart that is not asked for what the launch was not granted: a server may answer such a search with nothing instead of a
 * refusal, and nothing would then count as absent. What is written is for the server to judge.
 */
record GrantedChart(Chart chart, Scopes scopes) implements Chart {

    /** A launch that tells no scopes at all is left to the server. */
    static Chart of(Chart chart, Scopes scopes) {
        return scopes.resources().isEmpty() ? chart : new GrantedChart(chart, scopes);
    }

    private void require(Permission permission, String type) {
        Scope needed = new Scope(Scope.Context.PATIENT, type, Set.of(permission), "");
        Scope system = new Scope(Scope.Context.SYSTEM, type, Set.of(permission), "");
        if (!scopes.allowSome(needed) && !scopes.allowSome(system)) {
            throw new Fault(Kind.FORBIDDEN, "The access granted does not include reading `" + type + "`");
        }
    }

    @Override
    public Stored read(Key key) {
        require(Permission.READ, key.type());
        return chart.read(key);
    }

    @Override
    public Stored read(Key key, String version) {
        require(Permission.READ, key.type());
        return chart.read(key, version);
    }

    @Override
    public Page history(Key key, int count, Optional<String> after) {
        require(Permission.READ, key.type());
        return chart.history(key, count, after);
    }

    @Override
    public Page search(Search search) {
        require(Permission.SEARCH, search.type());
        return chart.search(search);
    }

    @Override
    public Written create(Resource resource) {
        return chart.create(resource);
    }

    @Override
    public Written create(Resource resource, Search unlessFound) {
        return chart.create(resource, unlessFound);
    }

    @Override
    public Written update(Resource resource) {
        return chart.update(resource);
    }

    @Override
    public Written update(Resource resource, String ifVersion) {
        return chart.update(resource, ifVersion);
    }

    @Override
    public Written update(Resource resource, Search found) {
        return chart.update(resource, found);
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
        return "GrantedChart[" + chart + "]";
    }
}
