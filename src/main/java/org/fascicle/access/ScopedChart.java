package org.fascicle.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.oauth.Permission;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * The chart as the holder of a token may see and change it. What the token's scopes name, it gives; what they do not name
 * is forbidden; and a resource beyond their patient or their {@code ?query} is not there, whether it is stored or not.
 *
 * <p>A page's {@code next} gives no right: the search is narrowed again whenever it goes on, whoever asks.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/scopes-and-launch-context.html">SMART: scopes</a>
 */
public final class ScopedChart implements Chart {
    private static final int MOST_TRIES = 3;

    private final Chart whole;
    private final Rights rights;
    private final Writes writes;

    public ScopedChart(Chart whole, Grant grant) {
        this.whole = whole;
        this.rights = new Rights(whole, grant);
        this.writes = new Writes(rights);
    }

    @Override
    public Stored read(Key key) {
        Reach reach = rights.require(key.type(), Permission.READ);
        return reach.isAll()
                ? whole.read(key)
                : rights.find(key).filter(reach::holds).orElseThrow(() -> Rights.absent(key.toString()));
    }

    @Override
    public Stored read(Key key, String version) {
        Reach reach = rights.require(key.type(), Permission.READ);
        return reach.isAll()
                ? whole.read(key, version)
                : rights.find(key, version)
                        .filter(reach::holds)
                        .orElseThrow(() -> Rights.absent(key + "/_history/" + version));
    }

    /** Of a resource that is in reach as it is now, the versions that are. */
    @Override
    public Page history(Key key, int count, Optional<String> after) {
        Reach reach = rights.require(key.type(), Permission.READ);
        if (reach.isAll()) {
            return whole.history(key, count, after);
        }
        read(key);
        Page page = whole.history(key, count, after);
        return new Page(page.matches().stream().filter(reach::holds).toList(), List.of(), page.next(), page.unread());
    }

    @Override
    public Page search(Search search) {
        return new ScopedSearch(whole, rights).page(search);
    }

    @Override
    public Written create(Resource resource) {
        return whole.create(creatable(resource));
    }

    @Override
    public Written create(Resource resource, Search unlessFound) {
        Resource judged = creatable(resource);
        Written written = whole.create(judged, writes.unlessFound(unlessFound));
        Reach seen = rights.reach(resource.fhirType(), Permission.SEARCH, Permission.READ);
        if (written.outcome() == Written.Outcome.FOUND && !seen.holds(written.stored())) {
            throw Rights.forbidden("The condition finds what the token does not reach");
        }
        return written;
    }

    @Override
    public Written update(Resource resource) {
        return retried(() -> {
            Resource copy = own(resource);
            Optional<String> judged = writes.requireUpdate(copy, key(copy));
            return judged.map(version -> whole.update(copy, version)).orElseGet(() -> whole.update(copy));
        });
    }

    @Override
    public Written update(Resource resource, String ifVersion) {
        Resource copy = own(resource);
        writes.requireUpdate(copy, key(copy));
        return whole.update(copy, ifVersion);
    }

    @Override
    public Written update(Resource resource, Search found) {
        Resource copy = own(resource);
        return whole.update(copy, writes.requireUpdate(copy, found));
    }

    @Override
    public List<Written> transact(Bundle transaction) {
        for (int tries = 1; ; tries++) {
            ScopedTransaction judged = ScopedTransaction.judge(transaction, rights);
            try {
                return whole.transact(judged.bundle());
            } catch (Fault fault) {
                if (fault.kind() != Kind.STALE || !judged.isBoundByUs() || tries == MOST_TRIES) {
                    throw fault;
                }
            }
        }
    }

    /**
     * Whether a response that is not stored may be judged for the holder.
     *
     * @param subject the reference of the patient it is about
     * @throws Fault forbidden
     */
    public void requirePatient(String subject) {
        Reach reach = rights.require("QuestionnaireResponse", Permission.CREATE, Permission.READ);
        if (!reach.holds(new QuestionnaireResponse().setSubject(new Reference(subject)))) {
            throw Rights.forbidden("The token is for another patient than the response is about");
        }
    }

    /** Closes nothing: the chart is everyone's. */
    @Override
    public void close() {
        // Whoever opened the chart closes it.
    }

    private Resource creatable(Resource resource) {
        Resource copy = own(resource);
        writes.requireCreate(copy);
        return copy;
    }

    private Resource own(Resource resource) {
        Resource copy = resource.copy();
        NamedByCondition.narrow(copy, rights);
        return copy;
    }

    private static Key key(Resource resource) {
        return new Key(
                resource.fhirType(),
                Optional.ofNullable(resource.getIdElement().getIdPart()).orElse(""));
    }

    /** Somebody else may write between the judgement and the update it is bound to. */
    private static Written retried(Supplier<Written> update) {
        for (int tries = 1; ; tries++) {
            try {
                return update.get();
            } catch (Fault fault) {
                if (fault.kind() != Kind.STALE || tries == MOST_TRIES) {
                    throw fault;
                }
            }
        }
    }
}
