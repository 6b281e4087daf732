package org.fascicle.knowledge.renderer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A site of its own for a renderer: its files, a page, and our Questionnaire as it is published. */
final class RendererSite implements AutoCloseable {
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "js", "text/javascript", "css", "text/css", "json", "application/json");

    private final HttpServer server;

    private RendererSite(HttpServer server) {
        this.server = server;
    }

    static RendererSite open(Renderer renderer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> serve(exchange, renderer.page()));
        server.createContext(
                "/questionnaire.json",
                exchange -> serve(exchange, Path.of("profiles/Questionnaire-fasciculation-history.json")));
        server.createContext("/renderer/", exchange -> {
            String inside = exchange.getRequestURI().getPath().substring("/renderer/".length());
            serve(exchange, renderer.files().resolve(inside));
        });
        server.start();
        return new RendererSite(server);
    }

    URI page() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private static void serve(HttpExchange exchange, Path file) throws IOException {
        try (exchange) {
            if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String name = file.getFileName().toString();
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, Files.size(file));
            Files.copy(file, exchange.getResponseBody());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
