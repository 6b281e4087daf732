package org.fascicle.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** One address for several nodes: each request goes to the next of them, whoever sends it. */
public final class Balancer implements AutoCloseable {
    private static final Set<String> OWN_HEADERS = Set.of(
            "host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings", "expect", "date");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger next = new AtomicInteger();
    private final List<Integer> ports;
    private final HttpServer server;

    private Balancer(HttpServer server, List<Integer> ports) {
        this.server = server;
        this.ports = List.copyOf(ports);
    }

    /** @param ports where the nodes listen on this machine */
    public static Balancer over(List<Integer> ports) {
        try {
            Balancer balancer = new Balancer(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), ports);
            balancer.server.setExecutor(balancer.threads);
            balancer.server.createContext("/", balancer::pass);
            balancer.server.start();
            return balancer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public URI base() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** How many requests came. */
    public int requests() {
        return next.get();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            int port = ports.get(next.getAndIncrement() % ports.size());
            HttpResponse<byte[]> answer = http.send(request(exchange, port), BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest request(HttpExchange exchange, int port) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
