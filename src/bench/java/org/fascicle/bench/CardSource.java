package org.fascicle.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.fascicle.cdshooks.CardBench;

/** Cards for a patient's chart, asked for at a steady rate with everything prefetched and a token for each call. */
final class CardSource implements Source {
    private static final int A_SECOND = 50;
    private static final int WARM_SECONDS = 5;
    private static final int SECONDS = 10;

    @Override
    public String name() {
        return "Cards";
    }

    @Override
    public Map<String, Double> measure() {
        try {
            double[] millis = CardBench.measure(A_SECOND, WARM_SECONDS, SECONDS);
            return Map.of("Cards p50", millis[0] * 1e3, "Cards p99", millis[1] * 1e3);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public List<Comparison> lines() {
        return List.of(line("p50"), line("p99"));
    }

    private static Comparison line(String share) {
        return new Comparison(
                "CDS Hooks `patient-view`, " + A_SECOND + " a second, " + share,
                "µs",
                "Cards " + share,
                "an empty operation of HAPI, 1 client",
                "Http.nothing x1 " + share);
    }
}
