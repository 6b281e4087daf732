package org.fascicle.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What became of a response, in a form that travels between machines.
 *
 * @param text the result, or the place and reason of a refusal
 */
record Judgement(boolean isAssessed, String text) implements Serializable {

    /** Of all responses of one patient, by all that is known of the patient. */
    static Stream<Judgement> of(Iterable<String> written, Map<String, String> medications, Program.Work work) {
        List<String> lines = new ArrayList<>();
        written.forEach(lines::add);
        return work.assess(lines, medications).stream()
                .map(pair -> new Judgement(pair.get(0).equals("ASSESSED"), pair.get(1)));
    }

    /** Names nothing: the text is a patient's. */
    @Override
    public String toString() {
        return "Judgement[" + isAssessed + "]";
    }
}
