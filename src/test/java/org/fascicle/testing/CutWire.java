package org.fascicle.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A wire to a server on this machine that can fall silent: whoever is connected is neither answered nor told. */
public final class CutWire implements AutoCloseable {
    private final ServerSocket listening;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    private CutWire(ServerSocket listening, int target) {
        this.listening = listening;
        this.target = target;
    }

    /** @param target the server's port */
    public static CutWire to(int target) {
        try {
            CutWire wire = new CutWire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
            thread(wire::accept);
            return wire;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** From now on nothing passes on the connections there are; new ones wait for an answer that does not come. */
    public void fallSilent() {
        silent = true;
    }

    /** New connections pass again; those that fell silent stay so. */
    public void mend() {
        silent = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket here = listening.accept();
                sockets.add(here);
                if (!silent) {
                    Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
                    sockets.add(there);
                    Line line = new Line();
                    thread(() -> line.pass(here, there));
                    thread(() -> line.pass(there, here));
                }
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    /** One connection; once it was silent it stays so. */
    private final class Line {
        private volatile boolean dead;

        private void pass(Socket from, Socket to) {
            byte[] bytes = new byte[8_192];
            try (from;
                    to) {
                for (int read = from.getInputStream().read(bytes);
                        read >= 0;
                        read = from.getInputStream().read(bytes)) {
                    dead |= silent;
                    if (!dead) {
                        to.getOutputStream().write(bytes, 0, read);
                    }
                }
            } catch (IOException closed) {
                // one of both has gone
            }
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
