package org.fascicle.smart.ehr;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fascicle.oauth.Scopes;

/**
 * What was agreed with an EHR beyond identity.
 *
 * @param scopes asked for instead of our own choice; {@code launch} and its kin are added where the launch needs them
 * @param frameOrigins who may show us in a frame
 * @param callback a path segment that makes the redirect address this EHR's own, {@code /callback/north}; empty for
 *     none
 * @param timeout for each answer of the EHR
 * @param orderPage where it shows people an order, with {@code {patient}} and {@code {id}} in the place of their ids; empty
 *     where it cannot be led to
 */
public record Terms(
        Optional<Scopes> scopes, List<String> frameOrigins, String callback, Duration timeout, String orderPage) {
    /** Our own scopes, no frame, the shared callback, ten seconds, no page of orders. */
    public static final Terms STANDARD = new Terms(Optional.empty(), List.of(), "", Duration.ofSeconds(10), "");

    public Terms {
        frameOrigins = List.copyOf(frameOrigins);
    }

    /** The same, and orders of its charts can be shown there. */
    public Terms showingOrdersAt(String template) {
        return new Terms(scopes, frameOrigins, callback, timeout, template);
    }

    /** Where people see this order; empty where nobody can be led to it. */
    public Optional<String> findOrderPage(String patient, String order) {
        return orderPage.isEmpty()
                ? Optional.empty()
                : Optional.of(orderPage.replace("{patient}", patient).replace("{id}", order));
    }
}
