package org.fascicle.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.fascicle.testing.MovingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every database must hold, asked by two nodes on one place. */
abstract class SharedEntries {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Key KEY = new Key("launch", "one");

    @TempDir
    Path directory;

    private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T09:00:00Z"));
    private State here;
    private State there;

    abstract String url();

    /** Of a database that nobody has opened yet. */
    abstract String freshUrl();

    @BeforeEach
    void openTwice() {
        StatePlace place = new StatePlace(url(), directory.resolve("state.key"));
        here = State.open(place, Optional.empty(), clock);
        there = State.open(place, Optional.empty(), clock);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void nodesThatStartAtOnceOnANewDatabaseAllStart() throws Exception {
        StatePlace fresh = new StatePlace(freshUrl(), directory.resolve("fresh.key"));

        List<Boolean> started = atOnce(node -> {
            try (State one = State.open(fresh, Optional.empty(), clock)) {
                return one.entries().find(KEY).isEmpty()
                        && one.journal().head().equals(Journal.Line.NONE)
                        && one.queue("work").size() == 0;
            }
        });

        assertEquals(20, started.stream().filter(one -> one).count());
    }

    @Test
    void whatOneNodePutsTheOtherFinds() {
        here.entries().put(KEY, "ä value", MINUTE);

        assertEquals("ä value", there.entries().find(KEY).orElseThrow().value());
    }

    @Test
    void whatIsTakenIsGone() {
        here.entries().put(KEY, "value", MINUTE);

        assertEquals(Optional.of("value"), there.entries().take(KEY));
        assertEquals(Optional.empty(), here.entries().take(KEY));
        assertTrue(here.entries().find(KEY).isEmpty());
    }

    @Test
    void whatHasExpiredIsNeitherFoundNorTaken() {
        here.entries().put(KEY, "value", MINUTE);
        clock.forward(MINUTE);

        assertTrue(here.entries().find(KEY).isEmpty());
        assertTrue(here.entries().take(KEY).isEmpty());
    }

    @Test
    void whatIsThereIsNotAddedAgainUntilItExpires() {
        assertTrue(here.entries().add(KEY, "first", MINUTE));
        assertFalse(there.entries().add(KEY, "second", MINUTE));

        clock.forward(MINUTE);

        assertTrue(there.entries().add(KEY, "third", MINUTE));
        assertEquals("third", here.entries().find(KEY).orElseThrow().value());
    }

    @Test
    void onlyOneWhoHasSeenTheNewestReplacesIt() {
        here.entries().put(KEY, "first", MINUTE);
        Held<String> seen = here.entries().find(KEY).orElseThrow();

        assertTrue(there.entries().replace(KEY, seen, "second"));
        assertFalse(here.entries().replace(KEY, seen, "third"));
        assertEquals("second", here.entries().find(KEY).orElseThrow().value());
    }

    @Test
    void ofManyWhoTakeAtOnceOneGetsIt() throws Exception {
        here.entries().put(KEY, "value", MINUTE);

        List<Optional<String>> taken = atOnce(node -> node.entries().take(KEY));

        assertEquals(1, taken.stream().filter(Optional::isPresent).count());
    }

    @Test
    void ofManyWhoAddAtOnceOneSucceeds() throws Exception {
        List<Boolean> added = atOnce(node -> node.entries().add(KEY, "value", MINUTE));

        assertEquals(1, added.stream().filter(one -> one).count());
    }

    @Test
    void sweepingRemovesWhatHasExpiredAndNothingElse() {
        here.entries().put(KEY, "old", MINUTE);
        here.entries().put(new Key("launch", "two"), "young", MINUTE.multipliedBy(3));
        clock.forward(MINUTE);

        assertEquals(1, here.entries().sweep());
        assertTrue(here.entries().find(new Key("launch", "two")).isPresent());
    }

    @Test
    void aPieceOfWorkIsClaimedByOneOfMany() throws Exception {
        here.queue("work").offer("a");
        here.queue("work").offer("a");
        here.queue("work").offer("b");
        here.queue("other").offer("c");
        List<Optional<Queue.Job>> claimed = atOnce(node -> node.queue("work").claim(MINUTE));
        assertEquals(
                List.of("a", "b"),
                claimed.stream()
                        .flatMap(Optional::stream)
                        .map(Queue.Job::name)
                        .sorted()
                        .toList());
    }

    @Test
    void whatWasClaimedAndNeverFinishedIsToBeHadAgain() {
        here.queue("work").offer("a");
        Queue.Job first = here.queue("work").claim(MINUTE).orElseThrow();
        assertEquals(1, first.attempts());
        assertTrue(there.queue("work").claim(MINUTE).isEmpty());
        clock.forward(MINUTE);
        Queue.Job again = there.queue("work").claim(MINUTE).orElseThrow();
        assertEquals(2, again.attempts());
        there.queue("work").done(again);
        clock.forward(MINUTE);
        assertTrue(here.queue("work").claim(MINUTE).isEmpty());
        assertEquals(0, here.queue("work").size());
    }

    @Test
    void whatWasDoneALittleWhileAgoIsNotDoneAgainBecauseAnotherNodeOffersItToo() {
        here.queue("work").offer("a");
        here.queue("work").done(here.queue("work").claim(MINUTE).orElseThrow());
        there.queue("work").offer("a");
        assertEquals(0, there.queue("work").size());
        assertTrue(there.queue("work").claim(MINUTE).isEmpty());
        clock.forward(Duration.ofMinutes(10));
        assertTrue(there.queue("work").claim(MINUTE).isEmpty());
        there.queue("work").offer("a");
        assertEquals(1, there.queue("work").claim(MINUTE).orElseThrow().attempts());
    }

    @Test
    void workThatIsPutOffWaitsItsTime() {
        here.queue("work").offer("a");
        here.queue("work").later(here.queue("work").claim(MINUTE).orElseThrow(), Duration.ofSeconds(10));
        clock.forward(Duration.ofSeconds(9));
        assertTrue(here.queue("work").claim(MINUTE).isEmpty());
        clock.forward(Duration.ofSeconds(1));
        assertEquals("a", here.queue("work").claim(MINUTE).orElseThrow().name());
    }

    private <T> List<T> atOnce(Function<State, T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                calls.add(() -> work.apply(here));
                calls.add(() -> work.apply(there));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
