package org.fascicle.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Jetty on one address and port. Closing it finishes the requests under way.
 *
 * <p>Nobody can take all of it: connections (and with them waiting requests), the length of a header and the time a silent sender
 * may hold a connection are bounded; {@link Arrival} and {@link Body} bound the time of one who is not silent, only slow.
 */
public final class Listener implements AutoCloseable {
    private static final int THREADS = 200;
    private static final int READY_THREADS = 8;
    private static final int MOST_CONNECTIONS = 1_000;
    private static final int LONGEST_HEADER = 16 * 1024;
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration ARRIVING = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(10);
    /** A connection that is kept alive without a request need not be waited for. */
    private static final Duration IDLE_AT_STOP = Duration.ofMillis(50);

    private final Server server;
    private final ServerConnector connector;

    private Listener(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Starts listening.
     *
     * @param port 0 takes any free one
     * @param doors adds its servlets and filters
     */
    public static Listener start(String host, int port, Consumer<ServletContextHandler> doors) {
        return start(host, port, (context, taken) -> doors.accept(context));
    }

    /**
     * Starts listening, for doors that have to know their own address.
     *
     * @param port 0 takes any free one
     * @param doors adds its servlets and filters; is told the port that was taken
     */
    public static Listener start(String host, int port, ObjIntConsumer<ServletContextHandler> doors) {
        return start(host, port, Optional.empty(), doors);
    }

    /**
     * Starts listening, for TLS alone when there is a certificate.
     *
     * @param port 0 takes any free one
     * @param doors adds its servlets and filters; is told the port that was taken
     * @throws IllegalArgumentException the certificate or its key cannot be used
     */
    public static Listener start(
            String host, int port, Optional<PemFiles> certificate, ObjIntConsumer<ServletContextHandler> doors) {
        Server server = new Server(threads());
        ServerConnector connector = new ServerConnector(server, speaking(server, certificate));
        place(connector, host, port);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
        server.setErrorHandler(new BareErrors());
        take(connector);
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
        context.setErrorHandler(new BareErrors());
        doors.accept(context, connector.getLocalPort());
        server.setHandler(new GracefulHandler(new Arrival(ARRIVING, context)));
        server.setStopTimeout(GRACE.toMillis());
        Listener listener = new Listener(server, connector);
        listener.start();
        return listener;
    }

    private static ConnectionFactory[] speaking(Server server, Optional<PemFiles> certificate) {
        HttpConfiguration configuration = quiet();
        HttpConnectionFactory http = new HttpConnectionFactory(configuration);
        if (certificate.isEmpty()) {
            return new ConnectionFactory[] {http};
        }
        // Our address is a setting and never what a request calls us, so any name may be used, as probes do.
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        Tls tls = new Tls(certificate.get(), server);
        server.addBean(tls);
        return new ConnectionFactory[] {new SslConnectionFactory(tls.context(), http.getProtocol()), http};
    }

    private static void place(ServerConnector connector, String host, int port) {
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(SILENCE.toMillis());
        connector.setShutdownIdleTimeout(IDLE_AT_STOP.toMillis());
    }

    private static void take(ServerConnector connector) {
        try {
            connector.open();
        } catch (IOException taken) {
            throw unable(connector, taken);
        }
    }

    private static IllegalStateException unable(ServerConnector connector, Exception why) {
        return new IllegalStateException(
                "cannot listen on port " + connector.getPort() + " of `" + connector.getHost()
                        + "`: it is taken or not ours to take; name another by `FASCICLE_PORT` or `FASCICLE_HOST`",
                why);
    }

    private static QueuedThreadPool threads() {
        int idle = (int) Duration.ofMinutes(1).toMillis();
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, READY_THREADS, idle);
        threads.setName("http");
        return threads;
    }

    /** No version banner, and no header without end. */
    private static HttpConfiguration quiet() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendXPoweredBy(false);
        configuration.setRequestHeaderSize(LONGEST_HEADER);
        return configuration;
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** Jetty declares the broadest exception on start; whatever it is, the program cannot run. */
    private void start() {
        try {
            server.start();
        } catch (Exception failed) {
            throw unable(connector, failed);
        }
    }

    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("cannot stop listening", failed);
        }
    }
}
