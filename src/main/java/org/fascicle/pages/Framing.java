package org.fascicle.pages;

import java.util.List;
import java.util.Optional;
import org.fascicle.look.ContentPolicy;
import org.fascicle.smart.Launch;

/** Who may show a launch's pages in a frame: the EHR that launched, and nobody else. */
final class Framing {
    private Framing() {}

    static ContentPolicy of(Optional<Launch> launch) {
        return launch.map(found -> new ContentPolicy(found.ehr().terms().frameOrigins(), List.of()))
                .orElse(ContentPolicy.OURS_ALONE);
    }
}
