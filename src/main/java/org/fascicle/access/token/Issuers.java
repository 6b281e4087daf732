package org.fascicle.access.token;

import java.net.URI;
import java.util.Optional;

/**
 * Who lets callers in.
 *
 * @param tokens checks what callers show
 * @param authorization where clients send their users; empty when we do not tell
 * @param token where clients get tokens; empty when we do not tell
 */
public record Issuers(TokenCheck tokens, Optional<URI> authorization, Optional<URI> token) {}
