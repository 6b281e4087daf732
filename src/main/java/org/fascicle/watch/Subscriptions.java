package org.fascicle.watch;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.state.Queue;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The subscriptions of the chart: takes up those that are requested, and finds whom a result concerns. */
record Subscriptions(Chart chart, Subscribers subscribers, Clock clock) {
    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

    /** Makes each requested one active, or says in it why not; ends those whose time is over. */
    void settle() {
        chart.searchAll(Search.of("Subscription").where("status", "requested", "active"))
                .forEach(this::settle);
    }

    private void settle(Stored stored) {
        Subscription subscription = stored.as(Subscription.class);
        if (subscription.hasEnd() && subscription.getEnd().before(Date.from(clock.instant()))) {
            save(stored, subscription.setStatus(SubscriptionStatus.OFF));
        } else if (subscription.getStatus() == SubscriptionStatus.REQUESTED) {
            try {
                chart.search(hook(subscription).criteria().count(1));
                subscription.setError(null);
                save(stored, subscription.setStatus(SubscriptionStatus.ACTIVE));
            } catch (Fault unfit) {
                fail(stored, unfit);
            }
        }
    }

    /** A store that does not answer is not the subscription's fault. */
    private void fail(Stored stored, Fault fault) {
        if (fault.kind() == Kind.UNAVAILABLE) {
            throw fault;
        }
        fail(stored, fault.getMessage());
    }

    /** Marks it as failed; whoever made it can mend it and ask anew. */
    void fail(Stored stored, String why) {
        LOG.warn("{} is in error: {}", stored.key(), why);
        save(
                stored,
                stored.as(Subscription.class)
                        .setStatus(SubscriptionStatus.ERROR)
                        .setError(why));
    }

    private void save(Stored stored, Subscription changed) {
        try {
            chart.update(changed, stored.version());
        } catch (Fault faster) {
            if (faster.kind() != Kind.STALE) {
                throw faster;
            }
        }
    }

    /** What it asks for. Fault: what of it we do not do. */
    Hook hook(Subscription subscription) {
        return Hook.of(subscription, subscribers);
    }

    /** Adds one notification for each active subscription that the result fits. */
    void match(Stored result, Queue queue) {
        List<Stored> active = chart.searchAll(Search.of("Subscription").where("status", "active"));
        for (Stored stored : active) {
            if (fits(stored, result)) {
                queue.offer(new Notification(stored.key(), result.location()).name());
            }
        }
    }

    private boolean fits(Stored stored, Stored result) {
        try {
            Search criteria = hook(stored.as(Subscription.class)).criteria();
            return !chart.search(criteria.where("_id", result.key().id()).count(1))
                    .matches()
                    .isEmpty();
        } catch (Fault unfit) {
            fail(stored, unfit);
            return false;
        }
    }

    /** The subscription, while it is active. */
    Optional<Stored> findActive(Key key) {
        return chart
                .search(Search.of("Subscription").where("_id", key.id()).where("status", "active"))
                .matches()
                .stream()
                .findFirst();
    }

    @Override
    public String toString() {
        return "Subscriptions";
    }
}
