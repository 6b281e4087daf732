package org.fascicle.look;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compression in transit. */
final class Gzip {
    private Gzip() {}

    /** As small as it gets: for what is compressed once. */
    static byte[] best(byte[] plain) {
        return compress(plain, Deflater.BEST_COMPRESSION);
    }

    /** Quickly: for a page. */
    static byte[] fast(byte[] plain) {
        return compress(plain, Deflater.DEFAULT_COMPRESSION);
    }

    static boolean isAccepted(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null && accepted.contains("gzip");
    }

    private static byte[] compress(byte[] plain, int level) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (OutputStream gzip = new Leveled(compressed, level)) {
            gzip.write(plain);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return compressed.toByteArray();
    }

    private static final class Leveled extends GZIPOutputStream {
        Leveled(OutputStream out, int level) throws IOException {
            super(out);
            def.setLevel(level);
        }
    }
}
