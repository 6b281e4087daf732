package org.fascicle.bench;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Invented patients with one history each: the writes of a practice do not all go to one chart. */
record Patients(String response) {
    private static final int COUNT = 1_000;
    private static final Pattern PATIENT = Pattern.compile("\"Patient/([A-Za-z0-9.-]+)\"");

    /** The transaction that brings them in. */
    String transaction() {
        return IntStream.range(0, COUNT)
                .mapToObj(number -> "{\"resource\":" + patient(number)
                        + ",\"request\":{\"method\":\"PUT\",\"url\":\"Patient/bench-" + number + "\"}}")
                .collect(Collectors.joining(
                        ",", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[", "]}"));
    }

    static String patient(int number) {
        return "{\"resourceType\":\"Patient\",\"id\":\"bench-" + number
                + "\",\"gender\":\"female\",\"birthDate\":\"1979-03-02\"}";
    }

    /** The history, of any of them. */
    String anyones() {
        return of("Patient/bench-" + ThreadLocalRandom.current().nextInt(COUNT));
    }

    String of(String subject) {
        return PATIENT.matcher(response).replaceAll(Matcher.quoteReplacement("\"" + subject + "\""));
    }
}
