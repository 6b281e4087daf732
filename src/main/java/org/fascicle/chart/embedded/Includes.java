package org.fascicle.chart.embedded;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fascicle.chart.Key;
import org.fascicle.chart.Stored;
import org.fascicle.chart.index.Catalogue;
import org.fascicle.chart.index.Criteria;
import org.fascicle.chart.index.Parameter;

/** What {@code _include} adds to a page: what its resources refer to, as far as it is stored here. */
final class Includes {
    private Includes() {}

    static List<Stored> of(List<Found> page, Criteria criteria, Records records) throws SQLException {
        Set<Key> wanted = new LinkedHashSet<>();
        List<Long> pids = page.stream().map(found -> found.cursor().pid()).toList();
        for (Parameter parameter : pids.isEmpty() ? List.<Parameter>of() : criteria.includes()) {
            for (String reference : records.references(pids, parameter)) {
                Key.fromReference(reference)
                        .filter(key -> mayName(parameter, key))
                        .ifPresent(wanted::add);
            }
        }
        page.forEach(found -> wanted.remove(found.stored().key()));
        List<Stored> included = new ArrayList<>();
        for (Key key : wanted) {
            Optional<Stored> current = records.current(key);
            current.ifPresent(included::add);
        }
        return included;
    }

    private static boolean mayName(Parameter parameter, Key key) {
        Set<String> targets = parameter.targets().isEmpty() ? Catalogue.types() : parameter.targets();
        return targets.contains(key.type());
    }
}
