package org.fascicle.sandbox.cards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JSON to and from the services, each call with a token for its very address.
 *
 * @param token proves who asks, at the address given
 */
record Wire(Function<URI, String> token) {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Made at the first call: it starts a thread and reads the certificates of the world. */
    private static final class Client {
        static final HttpClient HTTP =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    Optional<JsonNode> ask(URI address) {
        return send(address, request(address).GET().build());
    }

    Optional<JsonNode> send(URI address, JsonNode body) {
        HttpRequest.Builder request = request(address).header("Content-Type", "application/json");
        return send(
                address, request.POST(BodyPublishers.ofString(body.toString())).build());
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token.apply(address));
    }

    /** Empty when the service does not answer, refuses, or says something that is no JSON. */
    private Optional<JsonNode> send(URI address, HttpRequest request) {
        try {
            HttpResponse<String> answer = Client.HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return Optional.of(JSON.readTree(answer.body()));
            }
            LOG.info("`{}` answered {}", address.getPath(), answer.statusCode());
        } catch (IOException silent) {
            LOG.info("`{}` did not answer", address.getPath());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
