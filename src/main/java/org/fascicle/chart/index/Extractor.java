package org.fascicle.chart.index;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Timing;

/**
 * Finds in a resource the values by which it can be found.
 *
 * @param zone where a date that names no time zone is meant
 */
public record Extractor(ZoneId zone) {

    /** All entries of a resource, each once. */
    public Set<Entry> entries(Resource resource) {
        Set<Entry> entries = new LinkedHashSet<>();
        for (Parameter parameter : Catalogue.parameters(resource.fhirType())) {
            if (parameter.isExtracted() && parameter.stored().equals(parameter.name())) {
                addEntries(parameter, parameter.path().in(resource), entries);
            }
        }
        return entries;
    }

    private void addEntries(Parameter parameter, List<Base> found, Set<Entry> entries) {
        String name = parameter.storedAs();
        if (parameter.type() == ParameterType.DATE) {
            TimeRange all = found.stream().map(this::range).reduce(TimeRange.NONE, TimeRange::and);
            entries.add(new Entry.Time(name, all));
            return;
        }
        found.stream()
                .flatMap(element -> texts(parameter.type(), element))
                .forEach(text -> entries.add(new Entry.Text(name, text)));
    }

    private static Stream<String> texts(ParameterType type, Base element) {
        return switch (type) {
            case TOKEN -> tokens(element);
            case REFERENCE -> references(element);
            case STRING -> strings(element).filter(text -> !text.isBlank()).map(Texts::folded);
            case URI -> primitive(element).map(Texts::bounded);
            case DATE -> Stream.empty();
        };
    }

    private static Stream<String> tokens(Base element) {
        if (element instanceof CodeableConcept concept) {
            return concept.getCoding().stream().flatMap(Extractor::tokens);
        }
        if (element instanceof Coding coding) {
            return token(coding.getSystem(), coding.getCode());
        }
        if (element instanceof Identifier identifier) {
            return token(identifier.getSystem(), identifier.getValue());
        }
        if (element instanceof Enumeration<?> code) {
            return code.hasValue() ? token(system(code), code.asStringValue()) : Stream.empty();
        }
        Base text = element instanceof ContactPoint contact ? contact.getValueElement() : element;
        return primitive(text).map(code -> Texts.token("", code));
    }

    private static Stream<String> token(String system, String code) {
        return system == null && code == null
                ? Stream.empty()
                : Stream.of(Texts.token(system == null ? "" : system, code == null ? "" : code));
    }

    private static <T extends Enum<?>> String system(Enumeration<T> code) {
        return code.getEnumFactory().toSystem(code.getValue());
    }

    private static Stream<String> references(Base element) {
        if (element instanceof Reference reference) {
            return Stream.ofNullable(reference.getReference())
                    .filter(literal -> !literal.startsWith("#"))
                    .map(Texts::reference);
        }
        return primitive(element).flatMap(Extractor::canonicals);
    }

    private static Stream<String> canonicals(String canonical) {
        int version = canonical.indexOf('|');
        return version < 0
                ? Stream.of(Texts.bounded(canonical))
                : Stream.of(Texts.bounded(canonical), Texts.bounded(canonical.substring(0, version)));
    }

    private static Stream<String> strings(Base element) {
        if (element instanceof HumanName name) {
            return Stream.of(
                            Stream.of(name.getFamilyElement(), name.getTextElement()),
                            name.getGiven().stream(),
                            name.getPrefix().stream(),
                            name.getSuffix().stream())
                    .flatMap(parts -> parts)
                    .flatMap(Extractor::primitive);
        }
        return primitive(element);
    }

    private static Stream<String> primitive(Base element) {
        return element instanceof PrimitiveType<?> primitive
                ? Stream.ofNullable(primitive.getValueAsString())
                : Stream.empty();
    }

    private TimeRange range(Base element) {
        if (element instanceof Period period) {
            return range(period);
        }
        if (element instanceof Timing timing) {
            TimeRange events = timing.getEvent().stream().map(this::range).reduce(TimeRange.NONE, TimeRange::and);
            return timing.getRepeat().hasBoundsPeriod()
                    ? events.and(range(timing.getRepeat().getBoundsPeriod()))
                    : events;
        }
        return element instanceof BaseDateTimeType date && date.hasValue()
                ? TimeRange.read(date.getValueAsString(), zone)
                : TimeRange.NONE;
    }

    private TimeRange range(Period period) {
        if (!period.hasStart() && !period.hasEnd()) {
            return TimeRange.NONE;
        }
        TimeRange start = range(period.getStartElement());
        TimeRange end = range(period.getEndElement());
        return new TimeRange(
                period.hasStart() ? start.low() : TimeRange.OPEN_START,
                period.hasEnd() ? end.high() : TimeRange.OPEN_END);
    }
}
