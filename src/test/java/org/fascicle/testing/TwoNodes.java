package org.fascicle.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.fascicle.Serving;
import org.fascicle.Settings;

/**
 * Two nodes of the program as a hospital runs them: started at the same moment, on one PostgreSQL, with one secret, behind
 * one address.
 */
public final class TwoNodes implements AutoCloseable {
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private final Balancer balancer;
    private final List<Integer> ports;
    private final List<Serving> nodes;
    private final Settings settings;

    private TwoNodes(Balancer balancer, List<Integer> ports, List<Serving> nodes, Settings settings) {
        this.balancer = balancer;
        this.ports = ports;
        this.nodes = nodes;
        this.settings = settings;
    }

    public static TwoNodes start() throws Exception {
        String store = PostgresCluster.freshDatabase();
        List<Integer> ports = List.of(freePort(), freePort());
        Balancer balancer = Balancer.over(ports);
        List<Serving> nodes = Together.act(
                2, number -> Serving.start(settings(store, balancer, ports.get(number)), Clock.systemUTC()));
        return new TwoNodes(balancer, ports, nodes, settings(store, balancer, 0));
    }

    private static Settings settings(String store, Balancer balancer, int port) {
        return Settings.from(Map.of(
                "FASCICLE_STORE",
                store,
                "FASCICLE_SECRET",
                SECRET,
                "FASCICLE_BASE_URL",
                balancer.base().toString(),
                "FASCICLE_PORT",
                Integer.toString(port)));
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What both were started with, but for the port. */
    public Settings settings() {
        return settings;
    }

    /** The address that both share: each request goes to the other one. */
    public Balancer balancer() {
        return balancer;
    }

    /** A node's own address. */
    public URI node(int number) {
        return URI.create("http://localhost:" + ports.get(number % ports.size()));
    }

    @Override
    public void close() {
        nodes.forEach(Serving::close);
        balancer.close();
    }
}
