package org.fascicle.about;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Source;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.knowledge.statement.Attributes;

/** The statements with what is in force on this server. */
public record About(Rules rules, List<Citation> citations, List<Threshold> thresholds) {

    /**
     * The rules.
     *
     * @param signOff ids of those that wait for a clinician's signature, since no source carries them alone
     */
    public record Rules(String version, String revised, long count, List<String> signOff) {

        public Rules {
            signOff = List.copyOf(signOff);
        }
    }

    /** @param address where it was read, without a scheme; empty where that is not known whole */
    public record Citation(String id, String title, String address) {}

    /**
     * A number that rules compare with.
     *
     * @param unit in UCUM
     * @param standard what holds when the hospital sets nothing
     */
    public record Threshold(String key, String unit, double inForce, double standard) {

        public boolean isOwn() {
            return inForce != standard;
        }

        public String shown() {
            return plain(inForce);
        }

        public String shownStandard() {
            return plain(standard);
        }

        private static String plain(double value) {
            return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        }
    }

    public About {
        citations = List.copyOf(citations);
        thresholds = List.copyOf(thresholds);
    }

    public static About of(Limits limits) {
        return new About(
                inForce(),
                Arrays.stream(Source.values())
                        .map(one -> new Citation(
                                one.id(), one.title(), one.address().orElse("")))
                        .toList(),
                limits.inForce().entrySet().stream().map(About::threshold).toList());
    }

    private static Rules inForce() {
        List<String> signOff = Tables.rules()
                .filter(rule -> rule.grounds().needsSignOff())
                .map(Rule::id)
                .distinct()
                .collect(Collectors.toList());
        return new Rules(Tables.VERSION, Attributes.REVISED, Tables.rules().count(), signOff);
    }

    private static Threshold threshold(Map.Entry<Limit, Double> entry) {
        Limit limit = entry.getKey();
        return new Threshold(limit.key(), limit.unit(), entry.getValue(), limit.standard());
    }
}
