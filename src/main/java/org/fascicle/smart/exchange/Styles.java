package org.fascicle.smart.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.fascicle.oauth.Answer;
import org.fascicle.oauth.Outbound;
import org.fascicle.smart.ehr.Ehr;

/** Fetches an EHR's style, from its own hosts only. A style that cannot be had is no reason to refuse a clinician. */
public final class Styles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Outbound OUTBOUND = new Outbound(Duration.ofSeconds(2), 16 * 1024);

    private Styles() {}

    /** The style at that address; none when the address, the answer or its values are not what they should be. */
    public static Style at(Ehr ehr, String address) {
        try {
            URI where = ehr.below("").resolve(address);
            return ehr.allows(where) ? read(OUTBOUND.get(where, "application/json")) : Style.NONE;
        } catch (IllegalArgumentException | IOException unusable) {
            return Style.NONE;
        }
    }

    private static Style read(Answer answer) throws IOException {
        if (answer.status() != 200) {
            return Style.NONE;
        }
        Map<String, String> properties = new HashMap<>();
        JsonNode document = JSON.readTree(answer.body());
        document.properties()
                .forEach(one -> properties.put(one.getKey(), one.getValue().asText()));
        return Style.of(properties);
    }
}
