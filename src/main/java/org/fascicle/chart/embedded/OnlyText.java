package org.fascicle.chart.embedded;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fascicle.chart.index.Condition;
import org.fascicle.chart.index.Criteria;
import org.fascicle.chart.index.Match;

/**
 * A search that starts from the beginning of a text, such as from a code of any system, has to sort what it finds. But most
 * codes are kept with one system only: then it is a search for that text, which runs along its index and stops at the end
 * of the page, however many resources have it.
 */
final class OnlyText {
    private OnlyText() {}

    /** The same search, for the only kept text that begins so, where there is one. */
    static Criteria settle(Criteria criteria, Records records) throws SQLException {
        Optional<Condition> start = Drive.of(criteria).filter(OnlyText::isOpen);
        if (start.isEmpty()) {
            return criteria;
        }
        Match.BeginningWith beginning =
                (Match.BeginningWith) start.get().anyOf().get(0);
        return records.onlyText(start.get().parameter(), beginning.text())
                .map(text -> new Condition(start.get().parameter(), List.of(new Match.Exactly(text))))
                .map(settled -> replaced(criteria, start.get(), settled))
                .orElse(criteria);
    }

    private static boolean isOpen(Condition condition) {
        return condition.anyOf().size() == 1 && condition.anyOf().get(0) instanceof Match.BeginningWith;
    }

    private static Criteria replaced(Criteria criteria, Condition open, Condition settled) {
        return new Criteria(
                criteria.type(),
                criteria.conditions().stream()
                        .map(condition -> condition == open ? settled : condition)
                        .toList(),
                criteria.ordering(),
                criteria.count(),
                criteria.includes());
    }
}
