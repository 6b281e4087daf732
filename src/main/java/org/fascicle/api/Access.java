package org.fascicle.api;

import jakarta.servlet.http.HttpServletRequest;
import org.fascicle.audit.Who;
import org.fascicle.chart.Chart;

/**
 * Who may do what at this door, asked once for each request. A provider has no chart but the one that is answered here, so
 * reads, searches, inclusions, writes, conditions, transaction entries and operations all pass it; what everyone may know,
 * {@code metadata} and the published definitions, does not.
 *
 * <p>It is an interface although everyone is let in today: who is let in is decided outside this door.
 */
public interface Access {

    /** @throws org.fascicle.fault.Fault unknown caller, forbidden, too many */
    Caller admit(HttpServletRequest request);

    /** Whether a token is understood here, as {@code metadata} tells. */
    default boolean takesTokens() {
        return false;
    }

    /** Someone who was let in, for one request. */
    interface Caller {

        /** The chart as this caller may see and change it. */
        Chart chart();

        /**
         * Asked before a response is judged that is not in the chart.
         *
         * @param subject the reference of the patient it is about
         * @throws org.fascicle.fault.Fault forbidden
         */
        void requirePatient(String subject);

        /** For the audit trail. */
        Who who();
    }

    /** Lets everyone in, to all of it. */
    static Access everyone(Chart chart) {
        return request -> new Everyone(chart);
    }

    /** Sees and changes all of the chart. */
    record Everyone(Chart chart) implements Caller {
        @Override
        public void requirePatient(String subject) {
            // Every patient is theirs.
        }

        @Override
        public Who who() {
            return Who.ANYONE;
        }
    }
}
