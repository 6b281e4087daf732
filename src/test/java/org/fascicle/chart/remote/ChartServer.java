package org.fascicle.chart.remote;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.fascicle.chart.Key;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.SearchUrl;
import org.fascicle.chart.Stored;
import org.fascicle.chart.TransactionResponse;
import org.fascicle.chart.Written;
import org.fascicle.chart.embedded.EmbeddedChart;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;

/**
 * A FHIR server small enough to be spoiled: the REST of the specification over an embedded chart, written with the JDK's
 * server alone. A {@link Spoiler} stands between it and the wire.
 */
final class ChartServer implements AutoCloseable {
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    final EmbeddedChart chart;
    CapabilityStatement capabilities = Statements.full();
    volatile Spoiler spoiler = (request, work) -> work.answer();

    /** What came in. */
    record Asked(String method, String address, com.sun.net.httpserver.Headers headers, String body) {
        String header(String name) {
            return Optional.ofNullable(headers.getFirst(name)).orElse("");
        }
    }

    /** What goes out. */
    record Reply(int status, java.util.Map<String, String> headers, String body) {
        static Reply of(int status, String body) {
            return new Reply(status, java.util.Map.of(), body);
        }
    }

    /** The server's own work, done when it is asked for. */
    interface Work {
        Reply answer();
    }

    /** May let the server work, before, after or instead of answering something else; null hangs up. */
    interface Spoiler {
        Reply answer(Asked request, Work work);
    }

    private ChartServer(HttpServer server, EmbeddedChart chart) {
        this.server = server;
        this.chart = chart;
    }

    static ChartServer start(Path folder) {
        try {
            EmbeddedChart chart = EmbeddedChart.open(
                    "jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db"),
                    Clock.systemUTC(),
                    () -> UUID.randomUUID().toString());
            InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            ChartServer served = new ChartServer(HttpServer.create(free, 0), chart);
            served.server.createContext("/fhir", served::handle);
            served.server.setExecutor(served.threads);
            served.server.start();
            return served;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String base() {
        return "http://localhost:" + server.getAddress().getPort() + "/fhir";
    }

    /** Forgets what was asked, and spoils nothing. */
    void behave() {
        spoiler = (request, work) -> work.answer();
        asked.clear();
    }

    List<Asked> asked() {
        return asked;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Asked request = new Asked(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body);
        asked.add(request);
        Reply reply = spoiler.answer(request, () -> work(request));
        if (reply == null) {
            exchange.close();
            return;
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/fhir+json;charset=utf-8");
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Reply work(Asked request) {
        try {
            String path = request.address().substring("/fhir".length()).replaceFirst("^/", "");
            return switch (request.method()) {
                case "GET" -> get(path);
                case "POST" -> post(path, request);
                case "PUT" -> put(path, request);
                default -> Reply.of(405, "");
            };
        } catch (Fault fault) {
            return refusal(fault);
        }
    }

    private Reply get(String path) {
        String[] parts = path.split("\\?", 2);
        String[] names = parts[0].split("/");
        if (path.equals("metadata")) {
            return Reply.of(200, parser().encodeResourceToString(capabilities));
        }
        if (names.length == 1) {
            return found(SearchUrl.read(names[0], parts.length > 1 ? parts[1] : ""));
        }
        Key key = new Key(names[0], names[1]);
        if (names.length == 4) {
            return whole(200, chart.read(key, names[3]));
        }
        if (names.length == 3) {
            Search asked = SearchUrl.read(names[0], parts.length > 1 ? parts[1] : "");
            Page page = chart.history(key, asked.count(), asked.after());
            return bundle(page, BundleType.HISTORY, parts[0], asked);
        }
        return whole(200, chart.read(key));
    }

    private Reply found(Search search) {
        return bundle(chart.search(search), BundleType.SEARCHSET, search.type(), search);
    }

    private Reply bundle(Page page, BundleType type, String path, Search search) {
        Bundle bundle = new Bundle().setType(type);
        page.matches().forEach(stored -> add(bundle, stored, SearchEntryMode.MATCH));
        page.included().forEach(stored -> add(bundle, stored, SearchEntryMode.INCLUDE));
        page.next()
                .ifPresent(next -> bundle.addLink()
                        .setRelation("next")
                        .setUrl(base() + "/" + path + "?" + SearchUrl.query(search.after(next))));
        return Reply.of(200, parser().encodeResourceToString(bundle));
    }

    private void add(Bundle bundle, Stored stored, SearchEntryMode mode) {
        bundle.addEntry()
                .setFullUrl(base() + "/" + stored.key())
                .setResource(stored.resource())
                .getSearch()
                .setMode(mode);
    }

    private Reply post(String path, Asked request) {
        if (path.endsWith("/_search")) {
            return found(SearchUrl.read(path.replace("/_search", ""), request.body()));
        }
        Resource resource = (Resource) parser().parseResource(request.body());
        if (path.isEmpty() && !Abilities.of(capabilities).transacts()) {
            return Reply.of(405, "");
        }
        if (path.isEmpty()) {
            List<Written> written = chart.transact((Bundle) resource);
            return Reply.of(200, parser().encodeResourceToString(TransactionResponse.of(written)));
        }
        String condition = request.header("If-None-Exist");
        Written written =
                condition.isEmpty() ? chart.create(resource) : chart.create(resource, SearchUrl.read(path, condition));
        return written(written);
    }

    private Reply put(String path, Asked request) {
        Resource resource = (Resource) parser().parseResource(request.body());
        String tag = request.header("If-Match");
        Written written = tag.isEmpty() ? chart.update(resource) : chart.update(resource, tag.replaceAll("W/|\"", ""));
        return path.startsWith(resource.fhirType()) ? written(written) : Reply.of(400, "");
    }

    private Reply written(Written written) {
        return whole(written.outcome() == Written.Outcome.CREATED ? 201 : 200, written.stored());
    }

    private Reply whole(int status, Stored stored) {
        return new Reply(
                status,
                java.util.Map.of("ETag", stored.etag(), "Location", base() + "/" + stored.location()),
                stored.json());
    }

    private static Reply refusal(Fault fault) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(IssueType.PROCESSING)
                .setDiagnostics(fault.getMessage());
        return Reply.of(status(fault.kind()), parser().encodeResourceToString(outcome));
    }

    private static int status(Kind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case INVALID -> 422;
            case NOT_SUPPORTED -> 404;
            case NOT_FOUND -> 404;
            case GONE -> 410;
            case CONFLICT -> 409;
            case STALE, MULTIPLE_MATCHES -> 412;
            default -> 500;
        };
    }

    private static IParser parser() {
        return FHIR.newJsonParser().setStripVersionsFromReferences(false);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        chart.close();
    }
}
