package org.fascicle.chart.remote;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.client.exceptions.InvalidResponseException;
import ca.uhn.fhir.rest.client.exceptions.NonFhirResponseException;
import java.time.Duration;
import java.util.function.Supplier;
import org.fascicle.chart.remote.Failure.Effect;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/** Sends again what may be sent again, and only that. */
final class Patience {
    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(150);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private Patience() {}

    /** For what may reach the server any number of times: reads, and writes that a condition makes harmless. */
    static <T> T repeating(Supplier<T> work) {
        return persevering(work, true);
    }

    /** For what must not be carried out twice: sent again only when it surely was not carried out. */
    static <T> T careful(Supplier<T> work) {
        return persevering(work, false);
    }

    /** Once, with every failure as a {@link Failure}. */
    static <T> T once(Supplier<T> work) {
        try {
            return work.get();
        } catch (FhirClientConnectionException
                | InvalidResponseException
                | NonFhirResponseException
                | DataFormatException unreadable) {
            throw new Failure(
                    new Fault(Kind.UNAVAILABLE, "the FHIR server's answer is not what FHIR says it is", unreadable),
                    Effect.UNCERTAIN);
        }
    }

    private static <T> T persevering(Supplier<T> work, boolean evenIfUncertain) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (Failure failure) {
                Duration wanted = failure.pause().orElse(pause);
                boolean isHopeless = failure.isRefused() || failure.isUncertain() && !evenIfUncertain;
                if (isHopeless || attempt == TRIES || wanted.compareTo(LONGEST_PAUSE) > 0) {
                    throw failure;
                }
                sleep(wanted, failure);
                pause = pause.multipliedBy(3);
            }
        }
    }

    private static void sleep(Duration pause, Failure failure) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
