package org.fascicle.chart.remote;

import java.util.Optional;

/** Where the access token for a FHIR server comes from: a launch, or our own registration there. */
public interface Bearer {
    /** For a server that asks for none. */
    Bearer NONE = new Bearer() {
        @Override
        public Optional<String> token() {
            return Optional.empty();
        }

        @Override
        public Optional<String> tokenOtherThan(String refused) {
            return Optional.empty();
        }
    };

    /** A token that should be good now; empty to ask without one. */
    Optional<String> token();

    /** A token other than that one, which the server has just refused; empty when there is none. */
    Optional<String> tokenOtherThan(String refused);
}
