package org.fascicle.chart.remote;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.fascicle.oauth.Answer;

/** An answer as UTF-8 without a byte order mark, whatever way a proxy or a server packed it. */
final class Unpacked {
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\"\\s;]+)", Pattern.CASE_INSENSITIVE);

    private Unpacked() {}

    /**
     * @param most bytes
     * @throws IOException when it is not packed as it says, or is too large
     */
    static Answer of(Answer answer, int most) throws IOException {
        String text = new String(plain(answer, most), charset(answer));
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new Answer(answer.status(), answer.headers(), unmarked.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] plain(Answer answer, int most) throws IOException {
        String packing = answer.headers().firstValue("Content-Encoding").orElse("");
        if (answer.body().length == 0 || !packing.toLowerCase(Locale.ROOT).contains("gzip")) {
            return answer.body();
        }
        try (InputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            byte[] plain = unzipped.readNBytes(most);
            if (unzipped.read() >= 0) {
                throw new IOException("it is larger than " + most + " bytes");
            }
            return plain;
        }
    }

    private static Charset charset(Answer answer) {
        Matcher named = CHARSET.matcher(answer.contentType());
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
