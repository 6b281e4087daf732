package org.fascicle.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The floor of a start: the least program of Java that answers 200 to everything. */
public final class Bare {
    private Bare() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("FASCICLE_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
