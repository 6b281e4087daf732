package org.fascicle.chart.embedded;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fascicle.chart.index.Catalogue;
import org.fascicle.chart.index.Entry;
import org.fascicle.chart.index.Parameter;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Issue;
import org.fascicle.fault.Kind;

/**
 * A resource never changes its patient: an update that did would put one patient's findings into another's chart, and the
 * versions before would stay in the first. A device is handed on, and a Provenance names targets instead.
 */
final class SamePatient {
    private static final Set<String> EXEMPT = Set.of("Device", "Provenance", "AuditEvent");

    private SamePatient() {}

    /** Fault: invalid. */
    static void require(Draft draft, Records records) throws SQLException {
        String type = draft.stored().key().type();
        Optional<Parameter> patient = Catalogue.parameters(type).stream()
                .filter(parameter -> parameter.name().equals("patient") && !EXEMPT.contains(type))
                .findFirst();
        if (draft.version() == 1 || patient.isEmpty()) {
            return;
        }
        Set<String> before = Set.copyOf(records.values(draft.stored().key(), patient.get()));
        if (!before.isEmpty() && !before.equals(values(draft, patient.get()))) {
            String text = "`" + draft.stored().key()
                    + "` is about another patient or subject than what was sent; a resource never changes that:"
                    + " store a new one and mark this one `entered-in-error`";
            throw new Fault(Kind.INVALID, text, List.of(new Issue("business-rule", type, text)));
        }
    }

    private static Set<String> values(Draft draft, Parameter patient) {
        return draft.entries().stream()
                .filter(entry -> entry.parameter().equals(patient.storedAs()))
                .filter(Entry.Text.class::isInstance)
                .map(entry -> ((Entry.Text) entry).value())
                .collect(Collectors.toSet());
    }
}
