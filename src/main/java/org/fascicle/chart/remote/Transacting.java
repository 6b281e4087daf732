package org.fascicle.chart.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fascicle.chart.Key;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.fascicle.chart.Written.Outcome;
import org.fascicle.chart.remote.Failure.Effect;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.Resource;

/** A transaction on a server that offers transactions: one request, all of it or nothing. */
record Transacting(Requests requests, Writing writing) {

    List<Written> carryOut(Steps steps) {
        if (steps.list().isEmpty()) {
            return List.of();
        }
        Bundle bundle = steps.bundle();
        Supplier<Bundle> send = () -> sent(bundle, steps);
        Bundle answer;
        try {
            answer = steps.areRepeatable() ? Patience.repeating(send) : Patience.careful(send);
        } catch (Failure failure) {
            if (!failure.isUncertain() || steps.versioned().isEmpty()) {
                throw failure;
            }
            answer = settled(steps, failure, send);
        }
        return written(steps, answer);
    }

    /** Of a transaction that depends on versions, a conflict means that one of them is no longer the current one. */
    private Bundle sent(Bundle bundle, Steps steps) {
        try {
            return requests.transaction(bundle);
        } catch (Failure failure) {
            Kind kind = failure.fault().kind();
            boolean isConflict = kind == Kind.CONFLICT || kind == Kind.MULTIPLE_MATCHES;
            throw isConflict && steps.versioned().isPresent() ? stale() : failure;
        }
    }

    /**
     * No answer came. All or nothing happened, so one version tells which: unchanged, it is sent again; changed, somebody,
     * perhaps we, was there, and the caller has to look.
     */
    private Bundle settled(Steps steps, Failure failure, Supplier<Bundle> send) {
        Step.Update update = steps.versioned().orElseThrow(() -> failure);
        Stored now = Patience.repeating(() -> requests.read(update.key()));
        if (!now.version().equals(update.ifVersion().orElse(""))) {
            throw stale();
        }
        return Patience.once(send);
    }

    private static Failure stale() {
        return new Failure(
                new Fault(
                        Kind.STALE,
                        "what the transaction changes has another version by now; read it again and decide anew"),
                Effect.REFUSED);
    }

    private List<Written> written(Steps steps, Bundle answer) {
        boolean isComplete = answer.getEntry().size() == steps.list().size();
        List<Written> written = new ArrayList<>();
        for (int i = 0; i < steps.list().size(); i++) {
            BundleEntryComponent entry = isComplete ? answer.getEntry().get(i) : new BundleEntryComponent();
            written.add(written(steps.list().get(i), entry));
        }
        return written;
    }

    private Written written(Step step, BundleEntryComponent entry) {
        BundleEntryResponseComponent response = entry.getResponse();
        Optional<Place> place = Optional.ofNullable(response.getLocation())
                .flatMap(Place::read)
                .filter(there -> there.key().type().equals(step.resource().fhirType()));
        Optional<Resource> body = Optional.ofNullable(entry.getResource());
        Optional<String> tag = Optional.ofNullable(response.getEtag()).map(Place::version);
        WriteAnswer answer = new WriteAnswer(status(response), place, tag, body);
        Stored stored = answer.key(step.resource().fhirType())
                .or(() -> key(step))
                .map(key -> writing.stored(answer, key))
                .or(() -> condition(step).flatMap(writing::found))
                .orElseThrow(() -> new Failure(
                        new Fault(
                                Kind.UNAVAILABLE,
                                "the FHIR server carried the transaction out and does not say where the `"
                                        + step.resource().fhirType() + "` is"),
                        Effect.UNCERTAIN));
        return new Written(outcome(step, answer), stored);
    }

    private static Optional<Key> key(Step step) {
        return step instanceof Step.Update update ? Optional.of(update.key()) : Optional.empty();
    }

    private static Optional<Condition> condition(Step step) {
        if (step instanceof Step.Create create) {
            return create.unless();
        }
        return step instanceof Step.UpdateFound update ? Optional.of(update.condition()) : Optional.empty();
    }

    private static Outcome outcome(Step step, WriteAnswer answer) {
        if (answer.isCreated()) {
            return Outcome.CREATED;
        }
        return step instanceof Step.Create ? Outcome.FOUND : Outcome.UPDATED;
    }

    private static int status(BundleEntryResponseComponent response) {
        String status = Optional.ofNullable(response.getStatus()).orElse("").strip();
        return status.matches("[1-5][0-9]{2}( .*)?") ? Integer.parseInt(status.substring(0, 3)) : 200;
    }
}
