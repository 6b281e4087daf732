package org.fascicle.cdshooks.call;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/** What came for one prefetch key. That nothing came at all is no {@code Sent}. */
sealed interface Sent {

    /**
     * What the chart holds; nothing when it holds nothing, which is how {@code null} is meant.
     *
     * @param hasMore whether the EHR has more pages of it
     * @param isRead false when something in it is no resource of FHIR R4
     */
    record Resources(List<Resource> all, boolean hasMore, boolean isRead) implements Sent {
        public Resources {
            all = List.copyOf(all);
        }

        /** Whether nothing is lacking of what was asked for. */
        boolean isWhole(Prefetch asked) {
            return isRead && (!hasMore || asked.isNewestOnly());
        }

        @Override
        public String toString() {
            return "Resources[" + all.size() + "]";
        }
    }

    /** The EHR tried and could not: an OperationOutcome, or something that is not FHIR. */
    record Failure() implements Sent {}
}
