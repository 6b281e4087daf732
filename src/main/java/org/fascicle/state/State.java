package org.fascicle.state;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.SecretKey;

/** The state, opened: plain entries by {@link #entries}, secret ones by {@link #shelf}. Shared by every node on the same place. */
public final class State implements AutoCloseable {
    private static final Key SEAL = new Key("seal", "key");
    private static final Duration ALWAYS = Duration.ofDays(36_500);

    private final HikariDataSource database;
    private final Entries entries;
    private final Seal seal;
    private final Clock clock;

    private State(HikariDataSource database, Entries entries, Seal seal, Clock clock) {
        this.database = database;
        this.entries = entries;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Opens the state, making table and key where there are none.
     *
     * @param secret {@code FASCICLE_SECRET}: the key that seals, the same on every node
     * @throws IllegalArgumentException when this state was sealed with another key
     */
    public static State open(StatePlace place, Optional<String> secret, Clock clock) {
        SecretKey key = SealKey.of(secret, place.keyFile());
        HikariDataSource database = Database.open(place);
        try {
            Entries entries = new Entries(database, clock);
            sameKey(entries, Digest.of(key.getEncoded()));
            return new State(database, entries, new Seal(key), clock);
        } catch (RuntimeException refused) {
            database.close();
            throw refused;
        }
    }

    /** Two nodes with two keys would each find the other's sessions missing: told at start, not by a clinician. */
    private static void sameKey(Entries entries, String fingerprint) {
        entries.add(SEAL, fingerprint, ALWAYS);
        if (entries.find(SEAL).filter(held -> held.value().equals(fingerprint)).isEmpty()) {
            throw new IllegalArgumentException("the state (`FASCICLE_STATE`) was sealed with another key; give every"
                    + " node the same `FASCICLE_SECRET`. If that key is lost: delete from fascicle_state where kind ="
                    + " 'seal'; everyone then launches again");
        }
    }

    public Entries entries() {
        return entries;
    }

    /** @param life how long a thing stays once it is put there */
    public <T> Shelf<T> shelf(String kind, Class<T> type, Duration life) {
        return new Shelf<>(entries, seal, kind, type, life);
    }

    /** Work that waits, of one kind. */
    public Queue queue(String kind) {
        return new Queue(database, kind, clock);
    }

    /** The lines that are added and never changed. One object for each node. */
    public Journal journal() {
        return new Journal(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
