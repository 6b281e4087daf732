package org.fascicle.assessing;

import java.util.Optional;
import org.fascicle.chart.Key;
import org.fascicle.clinical.chart.Activity;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * How a recorded proposal stands.
 *
 * @param order what became of it when it was accepted; empty for a Task, which is its own
 * @param reason why it was declined
 */
public record Standing(Activity activity, Key proposal, State state, Optional<Order> order, Optional<String> reason) {

    /**
     * What an accepted proposal became.
     *
     * @param intent {@code order} or {@code plan}
     * @param status how it stands in the chart now, as FHIR says it
     */
    public record Order(Key key, String intent, String status) {
        static Order of(Key key, ServiceRequest order) {
            return new Order(key, order.getIntent().toCode(), order.getStatus().toCode());
        }
    }

    /** What has been decided. */
    public enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        /** Taken back because it is no longer suggested. */
        WITHDRAWN
    }

    /** Where, never why: a reason is in somebody's own words. */
    @Override
    public String toString() {
        return "Standing[" + proposal + ", " + state + "]";
    }
}
