package org.fascicle.chart.embedded;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.fascicle.chart.index.Condition;
import org.fascicle.chart.index.Criteria;
import org.fascicle.chart.index.Match;
import org.fascicle.chart.index.Ordering;
import org.fascicle.chart.index.Parameter;
import org.fascicle.chart.index.ParameterType;

/**
 * Which condition a search starts from: the one that leaves least. The others are looked up row by row, so a patient's
 * search takes as long as the patient has entries, however many others there are.
 */
final class Drive {
    private static final Set<String> NAMES_ONE = Set.of("identifier", "requisition", "group-identifier");
    private static final Set<String> NAMES_MANY = Set.of("questionnaire", "author", "performer", "requester", "agent");

    private Drive() {}

    /** The condition to start from; empty when there is none. */
    static Optional<Condition> of(Criteria criteria) {
        return criteria.conditions().stream().min(Comparator.comparingInt(Drive::rank));
    }

    /** The order when nobody asked for one: that of the index the search runs along. */
    static Optional<Ordering> natural(Criteria criteria, Optional<Condition> start) {
        if (criteria.ordering().isPresent()) {
            return criteria.ordering();
        }
        return start.filter(condition -> condition.parameter().isSortable())
                .map(condition -> new Ordering(condition.parameter(), false));
    }

    /** Whether one row at most fits each resource, so that none comes twice. */
    static boolean isSingle(Condition condition) {
        return condition.parameter().type() == ParameterType.DATE
                || condition.anyOf().size() == 1 && condition.anyOf().get(0) instanceof Match.Exactly;
    }

    private static int rank(Condition condition) {
        Parameter parameter = condition.parameter();
        if (parameter.name().equals(Parameter.ID)) {
            return 0;
        }
        if (condition.anyOf().stream().anyMatch(Match.EndingWith.class::isInstance)) {
            return 9;
        }
        return switch (parameter.type()) {
            case REFERENCE -> NAMES_MANY.contains(parameter.name()) ? 5 : 2;
            case TOKEN ->
                NAMES_ONE.contains(parameter.name()) ? 1 : parameter.name().endsWith("code") ? 4 : 6;
            case STRING, URI -> 3;
            case DATE -> parameter.isExtracted() ? 7 : 8;
        };
    }
}
