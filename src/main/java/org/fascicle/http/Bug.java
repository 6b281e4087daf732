package org.fascicle.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was not foreseen. Where it happened goes to the log, by a number that the answer names too; messages do not, since they
 * may hold a patient's data.
 */
public final class Bug {
    private static final Logger LOG = LoggerFactory.getLogger(Bug.class);
    private static final SecureRandom NUMBERS = new SecureRandom();
    private static final int MOST_CAUSES = 10;
    private static final int MOST_FRAMES = 25;

    private Bug() {}

    /** Logs it; answers its number. */
    public static String log(Throwable thrown) {
        byte[] number = new byte[6];
        NUMBERS.nextBytes(number);
        String id = HexFormat.of().formatHex(number);
        LOG.error("bug {}: {}", id, trace(thrown));
        return id;
    }

    /** It, then what caused it, and so on. */
    public static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES);
    }

    private static String trace(Throwable thrown) {
        return causes(thrown)
                .map(cause -> cause.getClass().getName()
                        + Stream.of(cause.getStackTrace())
                                .limit(MOST_FRAMES)
                                .map(frame -> "\n  at " + frame)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\ncaused by "));
    }
}
