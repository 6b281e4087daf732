package org.fascicle.chart.embedded;

import java.util.Optional;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.hl7.fhir.r4.model.Resource;

/** What a caller wants to be written. */
sealed interface Change {
    Resource resource();

    /** A new resource, unless the search finds one. */
    record Create(Resource resource, Optional<Search> unlessFound) implements Change {
        @Override
        public String toString() {
            return "Create";
        }
    }

    /** The next version at this key, if the current one is the one named; or the first. */
    record Update(Resource resource, Key key, Optional<String> ifVersion) implements Change {
        @Override
        public String toString() {
            return "Update";
        }
    }

    /** The next version of the one that is found, or a first. */
    record UpdateFound(Resource resource, Search search) implements Change {
        @Override
        public String toString() {
            return "UpdateFound";
        }
    }
}
