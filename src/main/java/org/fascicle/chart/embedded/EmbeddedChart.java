package org.fascicle.chart.embedded;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.fascicle.chart.database.Database;
import org.fascicle.chart.database.Migrations;
import org.fascicle.chart.index.Catalogue;
import org.fascicle.chart.index.Criteria;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** The chart in a database of our own. Open it once and share it; any number of threads may use it. */
public final class EmbeddedChart implements Chart {
    private static final Migrations SCHEMA = new Migrations("chart", EmbeddedChart.class);
    private static final int MOST_TRIES = 3;

    private final Database database;
    private final Clock clock;
    private final WritePlanner planner;

    private EmbeddedChart(Database database, Clock clock, Supplier<String> ids) {
        this.database = database;
        this.clock = clock;
        this.planner = new WritePlanner(new Stamp(clock, ids));
    }

    /**
     * Opens the store, creating it when there is none.
     *
     * @param jdbcUrl {@code jdbc:sqlite:data/chart.db} or {@code jdbc:postgresql://host/database}
     * @param clock tells when something was stored; its zone is where dates that name no zone are meant
     * @param ids gives new ids, never the same twice
     */
    public static EmbeddedChart open(String jdbcUrl, Clock clock, Supplier<String> ids) {
        return new EmbeddedChart(Database.open(jdbcUrl, SCHEMA), clock, ids);
    }

    @Override
    public Stored read(Key key) {
        requireKept(key);
        return database.read(session -> new Records(session).current(key)).orElseThrow(() -> notFound(key.toString()));
    }

    @Override
    public Stored read(Key key, String version) {
        requireKept(key);
        if (!version.matches("[1-9][0-9]{0,17}")) {
            throw notFound(key + "/_history/…");
        }
        return database.read(session -> new Records(session).version(key, Long.parseLong(version)))
                .orElseThrow(() -> notFound(key + "/_history/" + version));
    }

    @Override
    public Page history(Key key, int count, Optional<String> after) {
        requireKept(key);
        long before = after.map(Cursor::read).map(Cursor::pid).orElse(Long.MAX_VALUE);
        int most = Math.max(1, Math.min(count, Criteria.MOST));
        List<Stored> versions = database.read(session -> new Records(session).history(key, before, most + 1));
        if (versions.isEmpty() && after.isEmpty()) {
            throw notFound(key.toString());
        }
        List<Stored> page = versions.subList(0, Math.min(most, versions.size()));
        return new Page(
                page, List.of(), versions.size() > most ? Optional.of(behind(page.get(most - 1))) : Optional.empty());
    }

    @Override
    public Page search(Search search) {
        Criteria criteria = Criteria.read(search, clock.getZone());
        Optional<Cursor> after = search.after().map(Cursor::read);
        if (criteria.count() == 0) {
            return new Page(List.of(), List.of(), Optional.empty());
        }
        return database.read(session -> {
            Records records = new Records(session);
            List<Found> found = records.find(criteria, after, criteria.count() + 1);
            List<Found> page = found.subList(0, Math.min(criteria.count(), found.size()));
            Optional<String> next = found.size() > page.size()
                    ? Optional.of(page.get(page.size() - 1).cursor().write())
                    : Optional.empty();
            return new Page(page.stream().map(Found::stored).toList(), Includes.of(page, criteria, records), next);
        });
    }

    @Override
    public Written create(Resource resource) {
        return write(new Change.Create(kept(resource), Optional.empty()));
    }

    @Override
    public Written create(Resource resource, Search unlessFound) {
        return write(new Change.Create(kept(resource), Optional.of(unlessFound)));
    }

    @Override
    public Written update(Resource resource) {
        return write(new Change.Update(kept(resource), Keys.require(resource), Optional.empty()));
    }

    @Override
    public Written update(Resource resource, String ifVersion) {
        return write(new Change.Update(kept(resource), Keys.require(resource), Optional.of(ifVersion)));
    }

    @Override
    public Written update(Resource resource, Search found) {
        return write(new Change.UpdateFound(kept(resource), found));
    }

    @Override
    public List<Written> transact(Bundle bundle) {
        Transaction transaction = Transaction.read(bundle);
        transaction.steps().forEach(step -> kept(step.change().resource()));
        return carryOut(records -> planner.plan(transaction, records));
    }

    /** Sees whether the store can still be read and written. Fault: unavailable, with the reason in words. */
    public void check() {
        database.check(clock.millis());
    }

    /** Writes a consistent copy to a new file, while others read and write. Fault: not supported, unavailable. */
    public void backUp(Path file) {
        database.backUp(file);
    }

    /** How many commits there were since the start. */
    public long commits() {
        return database.commits();
    }

    @Override
    public void close() {
        database.close();
    }

    private Written write(Change change) {
        return carryOut(records -> planner.plan(change, records)).get(0);
    }

    /** Plans beside the writer; after a few plans that others outran, in the writer, where nobody can. */
    private List<Written> carryOut(Planner work) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Plan plan = database.read(session -> work.plan(new Records(session)));
            if (plan.isNothingToDo()) {
                return plan.written();
            }
            try {
                return database.write(session -> plan.carryOut(new Records(session)));
            } catch (Plan.Outdated e) {
                continue;
            }
        }
        return database.write(session -> {
            Records records = new Records(session);
            return work.plan(records).carryOut(records);
        });
    }

    private static String behind(Stored version) {
        return new Cursor(0L, Long.parseLong(version.version())).write();
    }

    private static void requireKept(Key key) {
        Catalogue.parameters(key.type());
    }

    private static Resource kept(Resource resource) {
        Catalogue.parameters(resource.fhirType());
        return resource;
    }

    private static Fault notFound(String what) {
        return new Fault(Kind.NOT_FOUND, "`" + what + "` is not stored here; check the address");
    }
}
