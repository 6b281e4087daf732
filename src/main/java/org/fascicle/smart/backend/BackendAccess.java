package org.fascicle.smart.backend;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fascicle.chart.remote.Bearer;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.oauth.Scopes;
import org.fascicle.oauth.WebAddress;
import org.fascicle.smart.ehr.Authentication;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.ehr.Terms;
import org.fascicle.smart.exchange.ClientProof;
import org.fascicle.smart.exchange.TokenAnswer;
import org.fascicle.smart.exchange.TokenEndpoint;
import org.fascicle.smart.trouble.LaunchRefused;

/** Our own token for a FHIR server, got with a signed assertion and kept until shortly before it ends. */
public final class BackendAccess implements Bearer {
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** What reading a chart and writing results takes; SMART servers grant the part of it they allow. */
    private static final Scopes SCOPES = Scopes.of(List.of(
            "system/Patient.rs",
            "system/Practitioner.rs",
            "system/Encounter.rs",
            "system/Observation.crus",
            "system/Condition.rs",
            "system/MedicationRequest.rs",
            "system/MedicationStatement.rs",
            "system/Medication.rs",
            "system/DiagnosticReport.rs",
            "system/Procedure.rs",
            "system/QuestionnaireResponse.crus",
            "system/RiskAssessment.crus",
            "system/ServiceRequest.crus",
            "system/RequestGroup.crus",
            "system/Task.crus",
            "system/DocumentReference.crus",
            "system/Provenance.crus"));

    private final TokenEndpoint endpoint;
    private final Ehr server;
    private final URI tokenUrl;
    private final Clock clock;
    private Optional<Kept> kept = Optional.empty();

    private record Kept(String token, Instant until) {
        @Override
        public String toString() {
            return "Kept[" + until + "]";
        }
    }

    /**
     * @param base of the FHIR server
     * @param clientId our name there
     * @param key with which we sign; its public half is registered there
     * @param tokenUrl of its authorization server
     * @throws IllegalArgumentException when the token address is not safe to send an assertion to
     */
    public BackendAccess(String base, String clientId, Authentication.PrivateKey key, String tokenUrl, Clock clock) {
        this.tokenUrl = WebAddress.find(tokenUrl)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the token address must be an https address (http on this machine only)"));
        this.server =
                new Ehr("the store", base, clientId, key, Set.of(WebAddress.authority(this.tokenUrl)), Terms.STANDARD);
        this.endpoint = new TokenEndpoint(new ClientProof(Optional.empty(), clock));
        this.clock = clock;
    }

    @Override
    public synchronized Optional<String> token() {
        if (kept.filter(one -> clock.instant().isBefore(one.until())).isEmpty()) {
            kept = Optional.of(ask());
        }
        return kept.map(Kept::token);
    }

    @Override
    public synchronized Optional<String> tokenOtherThan(String refused) {
        if (kept.filter(one -> one.token().equals(refused)).isPresent()) {
            kept = Optional.empty();
        }
        return token().filter(token -> !token.equals(refused));
    }

    private Kept ask() {
        try {
            TokenAnswer answer = endpoint.askForOurselves(server, tokenUrl, SCOPES);
            return new Kept(answer.access(), clock.instant().plus(answer.life()).minus(MARGIN));
        } catch (LaunchRefused refused) {
            throw new Fault(
                    Kind.UNAVAILABLE,
                    "the store's authorization server gives us no token; is `FASCICLE_STORE_CLIENT_ID` registered there"
                            + " with the public half of `FASCICLE_STORE_KEY`?",
                    refused);
        } catch (IOException silent) {
            throw new Fault(
                    Kind.UNAVAILABLE,
                    "the store's authorization server (`FASCICLE_STORE_TOKEN_URL`) does not answer",
                    silent);
        }
    }
}
