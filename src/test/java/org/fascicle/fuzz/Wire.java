package org.fascicle.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/** HTTP spoken by hand, since the JDK's client refuses to send what is not well formed. One connection, kept as long as it is. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 90_000;

    private final URI base;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    Wire(URI base) {
        this.base = base;
    }

    /** What came back. */
    record Reply(int status, String head, String body) {
        boolean isKept() {
            return !head.toLowerCase(Locale.ROOT).contains("connection: close");
        }

        @Override
        public String toString() {
            return status + "\n" + head + body.substring(0, Math.min(600, body.length()));
        }
    }

    /**
     * A connection may be cut for no fault of the request; one that is cut on the next as well has no answer.
     *
     * @param head the request line and headers that are special to this request, each ended by CRLF
     */
    Reply send(byte[] head, byte[] body) throws IOException {
        try {
            connect();
            return exchange(head, body);
        } catch (IOException gone) {
            close();
            if (gone instanceof java.net.SocketTimeoutException) {
                throw gone;
            }
            connect();
            return exchange(head, body);
        }
    }

    private void connect() throws IOException {
        if (!socket.isConnected() || socket.isClosed()) {
            socket = new Socket(base.getHost(), base.getPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
    }

    private Reply exchange(byte[] head, byte[] body) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(head);
        request.write(
                ("Host: " + base.getAuthority() + "\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(UTF_8));
        request.write(body);
        socket.getOutputStream().write(request.toByteArray());
        String answered = head();
        int status = Integer.parseInt(answered.substring(9, 12));
        Reply reply = new Reply(status, answered, new String(body(answered.toLowerCase(Locale.ROOT)), UTF_8));
        if (!reply.isKept()) {
            close();
        }
        return reply;
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("closed without an answer after: " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private byte[] body(String head) throws IOException {
        if (head.contains("transfer-encoding: chunked")) {
            return chunks();
        }
        int length = head.indexOf("content-length: ");
        return length < 0 ? new byte[0] : in.readNBytes(Integer.parseInt(line(head, length + 16)));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(line(), 16);
            body.write(in.readNBytes(length));
            line();
            if (length == 0) {
                return body.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(ISO_8859_1).strip();
    }

    private static String line(String text, int from) {
        return text.substring(from, text.indexOf("\r\n", from)).strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
