package org.fascicle.chart.remote;

import java.io.IOException;
import java.nio.file.Path;

/** The FHIR server that others made, for the bench. */
public final class Peer implements AutoCloseable {
    private final SecondServer server;

    private Peer(SecondServer server) {
        this.server = server;
    }

    /** Takes one to three minutes. */
    public static Peer start(Path folder) throws IOException, InterruptedException {
        return new Peer(SecondServer.start(folder));
    }

    public String base() {
        return server.base();
    }

    @Override
    public void close() {
        server.close();
    }
}
