package org.fascicle.oauth;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Asks other servers, within bounds: a deadline for the whole answer, a limit to its length, no redirect followed, no
 * address that {@link WebAddress} refuses. Whether a server may be asked at all is for the caller to know beforehand.
 *
 * @param deadline for the last byte
 * @param limit in bytes
 */
public record Outbound(Duration deadline, int limit) {

    /** Made at the first request: it starts a thread. */
    private static final class Client {
        private static final String KEEP_ALIVE = "jdk.httpclient.keepalive.timeout";

        // A server may close an idle connection just as a token request goes out on it, and such a request is not
        // repeated. So connections are kept for seconds, not for the twenty minutes that Java 17 would.
        static {
            System.setProperty(KEEP_ALIVE, System.getProperty(KEEP_ALIVE, "5"));
        }

        static final HttpClient HTTP = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    public Answer get(URI where, String accept) throws IOException {
        return ask(HttpRequest.newBuilder(fit(where)).header("Accept", accept).build());
    }

    /** Sends a request of any kind. */
    public Answer ask(HttpRequest request) throws IOException {
        fit(request.uri());
        return exchange(request);
    }

    /** Sends what Nimbus composed. */
    public HTTPResponse send(HTTPRequest request) throws IOException {
        String body = request.getBody() == null ? "" : request.getBody();
        HttpRequest.Builder sent = HttpRequest.newBuilder(fit(request.getURI()))
                .method(request.getMethod().name(), BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> sent.header(name, value)));
        Answer answer = exchange(sent.build());
        HTTPResponse received = new HTTPResponse(answer.status());
        received.setHeader("Content-Type", answer.contentType());
        received.setBody(answer.text());
        return received;
    }

    private static URI fit(URI where) throws IOException {
        if (!WebAddress.isFit(where)) {
            throw new NotSent("the address is not https without user and fragment");
        }
        try {
            if (WebAddress.leadsAstray(where)) {
                throw new NotSent("the name leads to a link-local address");
            }
        } catch (UnknownHostException unknown) {
            throw new NotSent("the name is not known", unknown);
        }
        return where;
    }

    private Answer exchange(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer = Client.HTTP.sendAsync(request, head -> new BoundedBody(limit));
        try {
            HttpResponse<byte[]> received = answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(received.statusCode(), received.headers(), received.body());
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new HttpTimeoutException("no complete answer within " + deadline.toMillis() + " ms");
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for an answer");
        } catch (ExecutionException failed) {
            throw told(failed.getCause());
        }
    }

    private static IOException told(Throwable cause) {
        if (cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException) {
            return new NotSent("no connection came about", cause);
        }
        return cause instanceof IOException failed ? failed : new IOException(cause);
    }
}
