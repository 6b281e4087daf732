package org.fascicle.fhir.chart;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;

/**
 * The status of a resource as its chart writes it. <a href="https://hl7.org/fhir/R4/datatypes.html#code">Codes</a> have a
 * case: what is none for its case or its spelling alone is not what it spells. But what it takes back is not used.
 */
record WrittenStatus(String text) {
    /** Under these a resource says nothing of the patient. */
    private static final Set<String> VOID = Set.of("entered-in-error", "cancelled", "not-done", "not-taken");

    private static final Set<String> SPELLED_VOID =
            Set.of("enteredinerror", "error", "cancelled", "canceled", "notdone", "nottaken");

    static WrittenStatus of(Resource resource) {
        return new WrittenStatus(
                Optional.ofNullable(resource.getNamedProperty("status")).map(Property::getValues).stream()
                        .flatMap(values -> values.stream())
                        .flatMap(WrittenStatus::text)
                        .findFirst()
                        .orElse(""));
    }

    private static Stream<String> text(Base value) {
        return value.isPrimitive() ? Stream.ofNullable(value.primitiveValue()) : Stream.empty();
    }

    /** Withdrawn, or never made, however it is spelled. */
    boolean isVoid() {
        return SPELLED_VOID.contains(letters());
    }

    /** Void by what is no code of FHIR. */
    boolean isOddlyVoid() {
        return isVoid() && !VOID.contains(text);
    }

    private String letters() {
        return text.codePoints()
                .filter(Character::isLetter)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
