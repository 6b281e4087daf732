package org.fascicle.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/**
 * Sends all seeds as they are, then changed ones for as long as the time lasts. What comes first to a bad answer is made as
 * small as possible, written to {@code target/fuzz} and shown, with the number that leads to it again.
 *
 * <p>{@code -Dfascicle.fuzz.number} takes another way through, {@code -Dfascicle.fuzz.seconds} and {@code -Dfascicle.fuzz.most}
 * a longer one.
 */
final class Fuzzing {
    private static final long NUMBER = Long.getLong("fascicle.fuzz.number", 20_261_122L);
    private static final long SECONDS = Long.getLong("fascicle.fuzz.seconds", 20L);
    private static final int MOST = Integer.getInteger("fascicle.fuzz.most", 25_000);
    private static final int MOST_SHRINKING = 150;
    private static final Path FOUND = Path.of("target/fuzz");

    private static final int SENDERS = 6;

    private final Entry entry;
    private final URI base;
    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
    private final BlockingQueue<Shrinkable<Attempt>> waiting = new ArrayBlockingQueue<>(4 * SENDERS);
    private final AtomicReference<Found> found = new AtomicReference<>();
    private volatile boolean isOver;

    private record Bad(byte[] input, String target, String why) {
        @Override
        public String toString() {
            return why;
        }
    }

    /** @param why as it was seen first; it may not be seen again */
    private record Found(Shrinkable<Attempt> attempt, String why) {
        @Override
        public String toString() {
            return why;
        }
    }

    Fuzzing(Entry entry, URI base) {
        this.entry = entry;
        this.base = base;
    }

    /** Answers how often each status came. */
    Map<Integer, Integer> run() throws IOException, InterruptedException {
        sendSeeds();
        List<Thread> senders = IntStream.range(0, SENDERS)
                .mapToObj(n -> new Thread(this::send))
                .toList();
        senders.forEach(Thread::start);
        int sent = makeChanged();
        isOver = true;
        for (Thread sender : senders) {
            sender.join();
        }
        if (found.get() != null) {
            report(smallest(found.get()), "-Dfascicle.fuzz.number=" + NUMBER + ", among the first " + sent);
        }
        System.out.println("fuzz " + entry.name() + ": " + statuses);
        return statuses;
    }

    private void sendSeeds() throws IOException {
        try (Wire wire = new Wire(base)) {
            for (int i = 0; i < entry.seeds().size(); i++) {
                for (String target : entry.targets()) {
                    Attempt unchanged = new Attempt(i, target, List.of());
                    bad(unchanged, wire)
                            .ifPresent(bad -> report(bad, entry.seeds().get(unchanged.seed()) + ", unchanged"));
                }
            }
        }
    }

    /** In one thread, since jqwik's generators belong to one; answers how many. */
    private int makeChanged() throws InterruptedException {
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        Random random = new Random(NUMBER);
        RandomGenerator<Attempt> attempts = Attempt.any(entry).generator(1_000);
        int made = 0;
        while (System.nanoTime() < end && made < MOST && found.get() == null) {
            made += waiting.offer(attempts.next(random), 1, TimeUnit.SECONDS) ? 1 : 0;
        }
        return made;
    }

    private void send() {
        try (Wire wire = new Wire(base)) {
            while (!isOver || !waiting.isEmpty()) {
                Shrinkable<Attempt> attempt = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (attempt != null) {
                    bad(attempt.value(), wire)
                            .ifPresent(bad -> found.compareAndSet(null, new Found(attempt, bad.why())));
                }
            }
        } catch (IOException | InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Optional<Bad> bad(Attempt attempt, Wire wire) {
        byte[] input = attempt.input(entry);
        Entry.Sent request = entry.request(attempt.target(), input);
        try {
            Wire.Reply reply = wire.send(request.head(), request.body());
            statuses.merge(reply.status(), 1, Integer::sum);
            return Complaint.about(reply).map(why -> new Bad(input, attempt.target(), why + "\n" + reply));
        } catch (IOException | RuntimeException unanswered) {
            return Optional.of(new Bad(input, attempt.target(), "no answer: " + unanswered));
        }
    }

    private Bad smallest(Found first) throws IOException {
        try (Wire wire = new Wire(base)) {
            Shrinkable<Attempt> best = first.attempt();
            int left = MOST_SHRINKING;
            for (boolean isSmaller = true; isSmaller && left > 0; ) {
                isSmaller = false;
                for (Shrinkable<Attempt> smaller : best.shrink().limit(left).toList()) {
                    left--;
                    if (bad(smaller.value(), wire).isPresent()) {
                        best = smaller;
                        isSmaller = true;
                        break;
                    }
                }
            }
            Attempt smallest = best.value();
            return bad(smallest, wire)
                    .orElseGet(() ->
                            new Bad(smallest.input(entry), smallest.target(), "seen once, not again: " + first.why()));
        }
    }

    private void report(Bad bad, String again) {
        Path file = FOUND.resolve(entry.name()).resolve(Integer.toHexString(java.util.Arrays.hashCode(bad.input())));
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bad.input());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        List<String> said = new ArrayList<>();
        said.add(entry.name() + " to " + bad.target() + " (" + again + ")");
        said.add(new String(bad.input(), 0, Math.min(bad.input().length, 800), UTF_8));
        said.add(bad.why());
        said.add(
                "The whole input is in " + file + "; mend it, then keep it in src/test/resources/fuzz/" + entry.name());
        throw new AssertionError(String.join("\n", said));
    }
}
