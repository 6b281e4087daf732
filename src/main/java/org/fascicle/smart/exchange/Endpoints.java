package org.fascicle.smart.exchange;

import java.net.URI;
import java.util.Optional;

/** Where an EHR's authorization server listens; every address was checked against the EHR's allowed hosts. */
public record Endpoints(URI authorization, URI token, Optional<URI> keys, Optional<URI> revocation) {}
