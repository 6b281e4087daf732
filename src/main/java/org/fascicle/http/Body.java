package org.fascicle.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/**
 * Reads request bodies that are no longer than allowed, before anyone looks into them. What comes compressed is measured
 * inflated, so that a small body cannot become a large one.
 *
 * @param most bytes
 * @param patience how long a sender may take for all of it, however steadily it trickles
 */
public record Body(int most, Duration patience) {
    private static final int DRAINED = 8;
    private static final int CHUNK = 16 * 1_024;

    /** @throws Fault when it is too large, or not compressed in the way it says */
    public byte[] read(HttpServletRequest request) throws IOException {
        String encoding =
                Optional.ofNullable(request.getHeader("Content-Encoding")).orElse("identity");
        if (request.getContentLengthLong() > most) {
            drain(request);
            throw tooLarge();
        }
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> bounded(request, request.getInputStream());
            case "gzip" -> inflated(request);
            default ->
                throw new HttpRefusal(415, "A body may be compressed with `gzip`; leave other `Content-Encoding`s out");
        };
    }

    private byte[] inflated(HttpServletRequest request) throws IOException {
        try (GZIPInputStream plain = new GZIPInputStream(request.getInputStream())) {
            return bounded(request, plain);
        } catch (ZipException | java.io.EOFException broken) {
            throw new Fault(Kind.MALFORMED, "The body says `Content-Encoding: gzip` and is not gzip", broken);
        }
    }

    private byte[] bounded(HttpServletRequest request, InputStream in) throws IOException {
        long start = System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            body.write(chunk, 0, read);
            if (body.size() > most) {
                drain(request);
                throw tooLarge();
            }
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new HttpRefusal(408, "The body took too long to arrive; send it again, or in parts");
            }
        }
        return body.toByteArray();
    }

    /** Reads on for a while, so that a sender who is not much over the limit gets to see the answer. */
    private void drain(HttpServletRequest request) throws IOException {
        if (request.getHeader("Expect") == null) {
            request.getInputStream().skip((long) most * DRAINED);
        }
    }

    private Fault tooLarge() {
        return new Fault(
                Kind.TOO_LARGE, "The body is longer than the " + most + " bytes allowed here; send it in parts");
    }
}
