package org.fascicle.fuzz;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A seed, what is done to it, and where it is sent.
 *
 * @param seed its place among the seeds
 */
record Attempt(int seed, String target, List<Mutation> mutations) {
    /** Beyond a multiple of what it takes, a server may hang up before all is sent, and then no answer is to be had. */
    private static final int LONGEST = 8_000_000;

    /** Any; it shrinks to fewer and smaller changes. */
    static Arbitrary<Attempt> any(Entry entry) {
        Arbitrary<Mutation> mutation = Combinators.combine(
                        Arbitraries.of(Mutation.Kind.values()),
                        Arbitraries.integers().between(0, 999).withoutEdgeCases(),
                        Arbitraries.integers()
                                .between(0, 2_000)
                                .withDistribution(net.jqwik.api.RandomDistribution.biased()),
                        Arbitraries.integers().between(0, 1_000_000).withoutEdgeCases())
                .as(Mutation::new);
        return Combinators.combine(
                        Arbitraries.integers()
                                .between(0, entry.seeds().size() - 1)
                                .withoutEdgeCases(),
                        Arbitraries.of(entry.targets()),
                        mutation.list().ofMinSize(1).ofMaxSize(5))
                .as(Attempt::new);
    }

    byte[] input(Entry entry) {
        byte[] input = entry.seeds().get(seed).bytes();
        for (Mutation mutation : mutations) {
            input = mutation.on(input, entry.words(), entry.seeds());
        }
        return Arrays.copyOf(input, Math.min(input.length, LONGEST));
    }
}
