package org.fascicle.smart.ehr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All EHRs that may launch us: the allowlist. An issuer is on it letter for letter, or it is not. */
public final class Ehrs {
    private final Map<String, Ehr> byIssuer = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when two have the same issuer */
    public Ehrs(List<Ehr> ehrs) {
        for (Ehr ehr : ehrs) {
            if (byIssuer.put(ehr.issuer(), ehr) != null) {
                throw new IllegalArgumentException("`FASCICLE_EHRS`: the issuer `" + ehr.issuer() + "` is there twice");
            }
        }
    }

    public Optional<Ehr> find(String issuer) {
        return Optional.ofNullable(byIssuer.get(issuer));
    }

    public List<Ehr> all() {
        return List.copyOf(byIssuer.values());
    }
}
