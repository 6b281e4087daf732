package org.fascicle.watch;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.fascicle.chart.Stored;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.oauth.Outbound;
import org.fascicle.state.Queue.Job;
import org.hl7.fhir.r4.model.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a subscriber that something fits: an empty POST to the address it gave, and nothing else. */
record Notifier(Subscriptions subscriptions) implements Worker.Task {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final Outbound OUTBOUND = new Outbound(Duration.ofSeconds(10), 100_000);
    private static final int MOST_ATTEMPTS = 8;

    @Override
    public boolean isOver(Job job) {
        try {
            Optional<Stored> active =
                    subscriptions.findActive(Notification.parse(job.name()).subscription());
            return active.isEmpty() || tell(active.get());
        } catch (Fault fault) {
            LOG.info("{} was not told: {}", job.name(), fault.kind());
            return fault.kind() == Kind.INVALID || fault.kind() == Kind.MALFORMED;
        }
    }

    private boolean tell(Stored stored) {
        Hook hook = subscriptions.hook(stored.as(Subscription.class));
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, hook.endpoint());
        hook.headers().forEach(request::setHeader);
        try {
            int status = OUTBOUND.send(request).getStatusCode();
            return status >= 200 && status < 300;
        } catch (IOException unreachable) {
            LOG.info("{} was not reached: {}", stored.key(), unreachable.getMessage());
            return false;
        }
    }

    @Override
    public int mostAttempts() {
        return MOST_ATTEMPTS;
    }

    @Override
    public void givenUp(Job job) {
        subscriptions
                .findActive(Notification.parse(job.name()).subscription())
                .ifPresent(stored -> subscriptions.fail(
                        stored, "the endpoint did not accept a notification in " + MOST_ATTEMPTS + " attempts"));
    }

    @Override
    public String toString() {
        return "Notifier";
    }
}
