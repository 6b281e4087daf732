package org.fascicle.chart.remote;

import java.util.Optional;
import org.fascicle.chart.Key;
import org.hl7.fhir.r4.model.Resource;

/** One entry of a transaction. */
sealed interface Step {
    Resource resource();

    /** By which others refer to it; empty when it has none. */
    String fullUrl();

    /** Whether carrying it out twice leaves the same as once. */
    boolean isRepeatable();

    /** @param unless what stands for it when it is found */
    record Create(Resource resource, String fullUrl, Optional<Condition> unless) implements Step {
        @Override
        public boolean isRepeatable() {
            return unless.isPresent();
        }
    }

    /** @param ifVersion the version it must have; empty for any */
    record Update(Resource resource, String fullUrl, Key key, Optional<String> ifVersion) implements Step {
        @Override
        public boolean isRepeatable() {
            return ifVersion.isEmpty();
        }
    }

    /** Replaces the one that is found, or is the first. */
    record UpdateFound(Resource resource, String fullUrl, Condition condition) implements Step {
        @Override
        public boolean isRepeatable() {
            return true;
        }
    }
}
