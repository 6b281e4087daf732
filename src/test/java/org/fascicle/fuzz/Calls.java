package org.fascicle.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** CDS Hooks, with a token that holds. */
final class Calls implements Entry {
    private static final List<String> WORDS =
            Stream.concat(Words.ANY.stream(), Words.JSON.stream()).toList();
    private static final List<String> TARGETS = List.of(
            "/cds-services/fasciculation-patient-view",
            "/cds-services/fasciculation-order-select",
            "/cds-services/fasciculation-order-sign",
            "/cds-services/fasciculation-patient-view/feedback");

    private final Subject subject;
    private final List<Seed> seeds = Stream.concat(
                    Seed.in(Path.of("src/test/resources/fuzz/call")).stream(),
                    Seed.in(Path.of("src/test/resources/cdshooks")).stream())
            .filter(seed -> !seed.name().endsWith(".md"))
            .toList();

    Calls(Subject subject) {
        this.subject = subject;
    }

    @Override
    public String name() {
        return "call";
    }

    @Override
    public List<Seed> seeds() {
        return seeds;
    }

    @Override
    public List<String> words() {
        return WORDS;
    }

    @Override
    public List<String> targets() {
        return TARGETS;
    }

    @Override
    public Sent request(String target, byte[] input) {
        String head = "POST " + target + " HTTP/1.1\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + subject.token(target) + "\r\n";
        return new Sent(head.getBytes(UTF_8), input);
    }
}
