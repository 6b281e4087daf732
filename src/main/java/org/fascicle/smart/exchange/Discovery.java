package org.fascicle.smart.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.fascicle.oauth.Answer;
import org.fascicle.oauth.Outbound;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.trouble.LaunchRefused;
import org.fascicle.smart.trouble.Trouble;

/**
 * Asks an EHR for its <a href="https://hl7.org/fhir/smart-app-launch/conformance.html">SMART configuration</a>, and
 * keeps a good answer for five minutes.
 */
public final class Discovery {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int LIMIT = 256 * 1024;

    private final Map<String, Kept> known = new ConcurrentHashMap<>();
    private final Clock clock;

    public Discovery(Clock clock) {
        this.clock = clock;
    }

    private record Kept(SmartConfiguration configuration, Instant until) {}

    /** @throws LaunchRefused when the EHR is silent, or what it says is not safe to follow */
    public SmartConfiguration of(Ehr ehr) {
        Kept kept = known.get(ehr.issuer());
        if (kept != null && clock.instant().isBefore(kept.until())) {
            return kept.configuration();
        }
        SmartConfiguration configuration = read(ehr, ask(ehr));
        known.put(ehr.issuer(), new Kept(configuration, clock.instant().plus(KEPT)));
        return configuration;
    }

    private static JsonNode ask(Ehr ehr) {
        try {
            Answer answer = new Outbound(ehr.terms().timeout(), LIMIT)
                    .get(ehr.below(".well-known/smart-configuration"), "application/json");
            if (answer.status() != 200) {
                throw unusable("it was answered with status " + answer.status());
            }
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException notJson) {
            throw unusable("it is not JSON");
        } catch (IOException failed) {
            throw new LaunchRefused(
                    Trouble.EHR_SILENT, "`.well-known/smart-configuration` could not be read: " + failed.getMessage());
        }
    }

    private static SmartConfiguration read(Ehr ehr, JsonNode document) {
        if (!words(document, "code_challenge_methods_supported").contains("S256")) {
            throw unusable("`code_challenge_methods_supported` lacks `S256`");
        }
        Endpoints endpoints = new Endpoints(
                required(ehr, document, "authorization_endpoint"),
                required(ehr, document, "token_endpoint"),
                endpoint(ehr, document, "jwks_uri"),
                endpoint(ehr, document, "revocation_endpoint"));
        return new SmartConfiguration(
                endpoints,
                Optional.of(document.path("issuer").asText()).filter(issuer -> !issuer.isEmpty()),
                words(document, "capabilities"),
                document.path("authorization_response_iss_parameter_supported").asBoolean());
    }

    private static URI required(Ehr ehr, JsonNode document, String name) {
        return endpoint(ehr, document, name).orElseThrow(() -> unusable("`" + name + "` is missing"));
    }

    /** Relative addresses stand below the FHIR base; none may leave the allowed hosts. */
    private static Optional<URI> endpoint(Ehr ehr, JsonNode document, String name) {
        String text = document.path(name).asText();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI address = ehr.below("").resolve(text);
            if (ehr.allows(address)) {
                return Optional.of(address);
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Told below, like an address elsewhere.
        }
        throw unusable("`" + name + "` is no address on a host that is registered for this EHR");
    }

    private static Set<String> words(JsonNode document, String name) {
        return StreamSupport.stream(document.path(name).spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    private static LaunchRefused unusable(String why) {
        return new LaunchRefused(Trouble.EHR_UNUSABLE, "`.well-known/smart-configuration`: " + why);
    }
}
