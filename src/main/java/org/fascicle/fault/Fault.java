package org.fascicle.fault;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A failure that was foreseen, with words for whoever has to mend it.
 *
 * <p>The message names what is wrong, where (in backticks) and how to mend it; it never holds a patient's data, so it may
 * be logged and shown.
 */
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient List<Issue> issues;

    /** A fault that one sentence describes. */
    public Fault(Kind kind, String message) {
        this(kind, message, List.of());
    }

    /** A fault with a list of what is wrong, so that a sender can mend all of it at once. */
    public Fault(Kind kind, String message, List<Issue> issues) {
        super(requireNonNull(message));
        this.kind = requireNonNull(kind);
        this.issues = List.copyOf(issues);
    }

    /** A fault that something below us caused; the cause is for the log of whoever runs the server. */
    public Fault(Kind kind, String message, Throwable cause) {
        super(requireNonNull(message), cause);
        this.kind = requireNonNull(kind);
        this.issues = List.of();
    }

    public Kind kind() {
        return kind;
    }

    /** What is wrong, one by one; empty when the message says it all. */
    public List<Issue> issues() {
        return issues;
    }
}
