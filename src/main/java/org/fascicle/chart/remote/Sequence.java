package org.fascicle.chart.remote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fascicle.chart.Key;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.fascicle.chart.Written.Outcome;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.state.Held;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A transaction on a server that has none: its steps in order, each noted in the ledger before and after, so that whoever
 * comes after a crash goes on where it stopped. Nothing is rolled back; what was begun is finished.
 */
record Sequence(Requests requests, Writing writing, Twins twins, Ledger ledger) {
    private static final Logger LOG = LoggerFactory.getLogger(Sequence.class);
    private static final Pattern CONDITIONAL = Pattern.compile("\"reference\":\"[A-Z][A-Za-z]+\\?");

    List<Written> carryOut(Steps steps) {
        resume();
        if (steps.list().isEmpty()) {
            return List.of();
        }
        String bundle = Fhir.write(steps.bundle());
        if (CONDITIONAL.matcher(bundle).find()) {
            throw new Fault(
                    Kind.NOT_SUPPORTED,
                    "the FHIR server has no transactions, so nothing in one may refer to a resource by a search");
        }
        Order.of(steps);
        return run(ledger.open(bundle, steps.list().size()));
    }

    /** Finishes what was left unfinished; what cannot be finished now is left for later. */
    void resume() {
        for (Held<Pending> left : ledger.abandoned()) {
            try {
                run(left);
                LOG.info("a transaction that had been left unfinished is finished: {}", left.value());
            } catch (Failure | Fault stopped) {
                LOG.warn("a transaction that had been left unfinished could not be finished: {}", stopped.getMessage());
            }
        }
    }

    private List<Written> run(Held<Pending> begun) {
        Steps steps = Steps.read((Bundle) Fhir.parse(begun.value().bundle()));
        Map<Integer, Written> written = new HashMap<>();
        Held<Pending> now = begun;
        try {
            for (int entry : Order.of(steps)) {
                if (!now.value().isDone(entry)) {
                    boolean isAgain = now.value().begun() == entry;
                    now = ledger.begin(now, entry);
                    Written one = step(resolved(steps, entry, now.value()), isAgain);
                    written.put(entry, one);
                    now = ledger.finish(now, entry, one.stored().location());
                }
            }
        } catch (Failure failure) {
            stopped(now, failure);
        }
        ledger.close(now);
        return all(steps, now.value(), written);
    }

    /** What may work later stays in the ledger; what is refused will be refused again. */
    private void stopped(Held<Pending> now, Failure failure) {
        if (!failure.isRefused()) {
            ledger.leave(now);
            throw failure;
        }
        ledger.close(now);
        long stored =
                now.value().done().stream().filter(place -> !place.isEmpty()).count();
        Fault fault = failure.fault();
        String words = fault.getMessage() + " (" + stored + " of "
                + now.value().done().size() + " parts had been stored before)";
        throw new Failure(new Fault(fault.kind(), words, fault.issues()), failure.effect());
    }

    private Written step(Step step, boolean isAgain) {
        if (step instanceof Step.Create create) {
            return create.unless()
                    .map(condition -> writing.create(create.resource(), condition))
                    .orElseGet(() -> create(create.resource(), isAgain));
        }
        if (step instanceof Step.UpdateFound update) {
            return writing.update(update.resource(), update.condition());
        }
        return update((Step.Update) step, isAgain);
    }

    /** Sent before, perhaps: then it is looked for, among all that is the same. */
    private Written create(Resource resource, boolean isAgain) {
        Optional<Stored> there = isAgain ? twins.find(resource) : Optional.empty();
        return there.map(stored -> new Written(Outcome.CREATED, stored)).orElseGet(() -> writing.create(resource));
    }

    private Written update(Step.Update update, boolean isAgain) {
        try {
            return update.ifVersion()
                    .map(version -> writing.update(update.key(), update.resource(), version))
                    .orElseGet(() -> writing.update(update.key(), update.resource()));
        } catch (Failure failure) {
            if (!isAgain || failure.fault().kind() != Kind.STALE) {
                throw failure;
            }
            Stored now = Patience.repeating(() -> requests.read(update.key()));
            if (!Twins.areSame(now.resource(), update.resource())) {
                throw failure;
            }
            return new Written(Outcome.UPDATED, now);
        }
    }

    /** The step with what it refers to by name put where it is. */
    private static Step resolved(Steps steps, int entry, Pending pending) {
        String json = Fhir.write(steps.list().get(entry).resource());
        for (int other = 0; other < steps.list().size(); other++) {
            String url = steps.list().get(other).fullUrl();
            Optional<Key> key = key(steps.list().get(other), pending, other);
            if (!url.isEmpty() && key.isPresent()) {
                json = json.replace("\"" + url + "\"", "\"" + key.get() + "\"");
            }
        }
        Resource resource = Fhir.parse(json);
        Step step = steps.list().get(entry);
        if (step instanceof Step.Create create) {
            return new Step.Create(resource, create.fullUrl(), create.unless());
        }
        if (step instanceof Step.UpdateFound update) {
            return new Step.UpdateFound(resource, update.fullUrl(), update.condition());
        }
        Step.Update update = (Step.Update) step;
        return new Step.Update(resource, update.fullUrl(), update.key(), update.ifVersion());
    }

    private static Optional<Key> key(Step step, Pending pending, int entry) {
        return step instanceof Step.Update update ? Optional.of(update.key()) : pending.key(entry);
    }

    private List<Written> all(Steps steps, Pending pending, Map<Integer, Written> written) {
        List<Written> all = new ArrayList<>();
        for (int entry = 0; entry < steps.list().size(); entry++) {
            int place = entry;
            all.add(Optional.ofNullable(written.get(entry)).orElseGet(() -> before(steps, pending, place)));
        }
        return all;
    }

    private Written before(Steps steps, Pending pending, int entry) {
        Key key = key(steps.list().get(entry), pending, entry).orElseThrow();
        return new Written(Outcome.FOUND, Patience.repeating(() -> requests.read(key)));
    }
}
