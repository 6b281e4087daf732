package org.fascicle.cdshooks.call;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/** What came for one prefetch key. That nothing came at all is no {@code Sent}. */
sealed interface Sent {

    /**
     * What the chart holds; nothing when it holds nothing, which is how {@code null} is meant.
     *
     * @param isWhole false when the EHR has more pages of it
     */
    record Resources(List<Resource> all, boolean isWhole) implements Sent {
        public Resources {
            all = List.copyOf(all);
        }

        @Override
        public String toString() {
            return "Resources[" + all.size() + "]";
        }
    }

    /** The EHR tried and could not: an OperationOutcome, or something that is not FHIR. */
    record Failure() implements Sent {}
}
