package org.fascicle.pages.interview;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Type;

/**
 * What was typed for one question, understood or not.
 *
 * @param values as FHIR has them; none when nothing was typed, or when it is wrong
 * @param fault what is wrong and how to mend it, for the reader
 */
record Read(List<Type> values, Optional<String> fault) {

    Read {
        values = List.copyOf(values);
    }

    static Read of(List<Type> values) {
        return new Read(values, Optional.empty());
    }

    static Read wrong(String fault) {
        return new Read(List.of(), Optional.of(fault));
    }

    @Override
    public String toString() {
        return "Read[" + values.size() + "]";
    }
}
