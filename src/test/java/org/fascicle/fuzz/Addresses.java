package org.fascicle.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads and searches, by {@code GET} and by a form. */
final class Addresses implements Entry {
    private static final int LONGEST = 7_000;
    private static final String GET = "GET";
    private static final String FORM = "_search";
    private static final List<String> WORDS =
            Stream.concat(Words.ANY.stream(), Words.ADDRESS.stream()).toList();

    private final List<Seed> seeds = Seed.in(Path.of("src/test/resources/fuzz/address"));

    @Override
    public String name() {
        return "address";
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
        return List.of(GET, FORM);
    }

    @Override
    public Sent request(String target, byte[] input) {
        int query = new String(input, US_ASCII).indexOf('?');
        if (target.equals(GET) || query < 0) {
            return new Sent(("GET /fhir/" + sendable(input) + " HTTP/1.1\r\n").getBytes(UTF_8), new byte[0]);
        }
        String type = sendable(java.util.Arrays.copyOf(input, query));
        String head = "POST /fhir/" + type + "/_search HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n";
        return new Sent(head.getBytes(UTF_8), java.util.Arrays.copyOfRange(input, query + 1, input.length));
    }

    /** What would end the request line is written as FHIR clients write it; the rest goes as it is. */
    private static String sendable(byte[] input) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int i = 0; i < Math.min(input.length, LONGEST); i++) {
            if (input[i] <= ' ') {
                line.writeBytes(String.format("%%%02X", input[i]).getBytes(US_ASCII));
            } else {
                line.write(input[i]);
            }
        }
        return line.toString(UTF_8);
    }
}
