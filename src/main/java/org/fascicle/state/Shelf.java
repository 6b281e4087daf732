package org.fascicle.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Secret things of one kind, each under a name that is a secret itself: written digested and sealed, so that whoever
 * reads the database learns neither.
 *
 * @param <T> a record that Jackson reads and writes; its members are JSON types, lists, maps and records of such
 */
public final class Shelf<T> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Entries entries;
    private final Seal seal;
    private final String kind;
    private final Class<T> type;
    private final Duration life;

    Shelf(Entries entries, Seal seal, String kind, Class<T> type, Duration life) {
        this.entries = entries;
        this.seal = seal;
        this.kind = kind;
        this.type = type;
        this.life = life;
    }

    public void put(String name, T thing) {
        Key key = key(name);
        entries.put(key, sealed(key, thing), life);
    }

    /** Writes it unless the name is taken. */
    public boolean add(String name, T thing) {
        Key key = key(name);
        return entries.add(key, sealed(key, thing), life);
    }

    public Optional<Held<T>> find(String name) {
        Key key = key(name);
        return entries.find(key)
                .flatMap(held -> opened(key, held.value()).map(thing -> new Held<>(thing, held.version())));
    }

    /** All that stand here; for kinds of which there are few. A thing that has to be found again says its own name. */
    public List<Held<T>> all() {
        List<Held<T>> all = new ArrayList<>();
        entries.all(kind)
                .forEach((name, held) -> opened(new Key(kind, name), held.value())
                        .ifPresent(thing -> all.add(new Held<>(thing, held.version()))));
        return List.copyOf(all);
    }

    /** Replaces what was seen; false when someone else was faster. It does not live longer for it. */
    public boolean replace(String name, Held<T> seen, T thing) {
        Key key = key(name);
        return entries.replace(key, seen, sealed(key, thing));
    }

    /** Reads and removes it: at most one of all who ask gets it. */
    public Optional<T> take(String name) {
        Key key = key(name);
        return entries.take(key).flatMap(text -> opened(key, text));
    }

    private Key key(String name) {
        return Key.digested(kind, name);
    }

    private String sealed(Key key, T thing) {
        try {
            return seal.close(key, JSON.writeValueAsString(thing));
        } catch (JsonProcessingException notARecord) {
            throw new IllegalStateException(type.getName() + " cannot be written as JSON", notARecord);
        }
    }

    /** What another version of us wrote and we cannot read is as good as gone. */
    private Optional<T> opened(Key key, String text) {
        return seal.open(key, text).flatMap(this::read);
    }

    private Optional<T> read(String json) {
        try {
            return Optional.of(JSON.readValue(json, type));
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }
}
