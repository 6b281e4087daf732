package org.fascicle.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/**
 * How much one search may ask for. Each condition is one more the store has to hold all others against, each value one more to
 * look for, each match one more to write down.
 *
 * @param matches on a page; who asks for more gets so many, and a link to the next
 * @param conditions of a search
 * @param values of all its conditions together
 */
public record SearchBounds(int matches, int conditions, int values) {

    /** Fault: not supported. */
    public void require(Map<String, List<String>> asked) {
        require(asked.values().stream().mapToInt(List::size).sum(), values(asked.values()));
    }

    /** The same for a search as it travels in an address or a header. */
    public void require(String query) {
        String plain = query.replaceAll("(?i)%2c", ",");
        int asked = plain.split("&", -1).length;
        require(asked, asked + (int) plain.chars().filter(c -> c == ',').count());
    }

    public int page(int asked) {
        return Math.min(asked, matches);
    }

    private void require(int someConditions, int someValues) {
        if (someConditions > conditions || someValues > values) {
            throw new Fault(
                    Kind.NOT_SUPPORTED,
                    "A search may have " + conditions + " conditions with " + values
                            + " values in all; search in parts");
        }
    }

    private static int values(Collection<List<String>> asked) {
        return asked.stream()
                .flatMap(List::stream)
                .mapToInt(condition -> condition.split(",", -1).length)
                .sum();
    }
}
