package org.fascicle.http;

import java.util.Optional;

/** A request refused for a reason that only HTTP knows: its method, its content type, the answer's content type. */
public final class HttpRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String allow;

    public HttpRefusal(int status, String message) {
        this(status, message, "");
    }

    private HttpRefusal(int status, String message, String allow) {
        super(message);
        this.status = status;
        this.allow = allow;
    }

    /** @param allow the methods that do work here, as in {@code GET, POST} */
    public static HttpRefusal notAllowed(String message, String allow) {
        return new HttpRefusal(405, message, allow);
    }

    public int status() {
        return status;
    }

    /** For the {@code Allow} header. */
    public Optional<String> allow() {
        return Optional.of(allow).filter(methods -> !methods.isEmpty());
    }
}
