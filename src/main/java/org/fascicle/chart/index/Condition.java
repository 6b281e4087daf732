package org.fascicle.chart.index;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fascicle.chart.Clause;
import org.fascicle.chart.Escaped;
import org.fascicle.chart.Key;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.term.Systems;

/**
 * One clause of a search, understood: the parameter, and the comparisons of which one must hold.
 *
 * @param parameter what is compared
 * @param anyOf at least one
 */
public record Condition(Parameter parameter, List<Match> anyOf) {
    private static final int MOST_VALUES = 500;

    public Condition {
        anyOf = List.copyOf(anyOf);
    }

    static Condition read(String type, Clause clause, ZoneId zone) {
        Parameter parameter = Catalogue.parameter(type, clause.parameter());
        if (clause.anyOf().size() > MOST_VALUES) {
            throw new Fault(
                    Kind.TOO_LARGE,
                    "`" + clause.parameter() + "` has more than " + MOST_VALUES + " values; ask in parts");
        }
        return new Condition(
                parameter,
                clause.anyOf().stream()
                        .flatMap(value -> matches(parameter, clause, value, zone))
                        .toList());
    }

    private static Stream<Match> matches(Parameter parameter, Clause clause, String value, ZoneId zone) {
        if (value.isEmpty()) {
            throw new Fault(
                    Kind.MALFORMED,
                    "`" + clause.parameter() + "` has an empty value; leave out the comma or the parameter");
        }
        if (value.indexOf('\0') >= 0) {
            throw new Fault(
                    Kind.MALFORMED, "`" + clause.parameter() + "` has a character no FHIR value has; leave it out");
        }
        if (!clause.modifier().isEmpty() && parameter.type() != ParameterType.REFERENCE) {
            throw noModifier(clause);
        }
        return switch (parameter.type()) {
            case TOKEN -> Stream.of(parameter.isExtracted() ? token(parameter, value) : new Match.Exactly(value));
            case REFERENCE -> references(parameter, clause, Escaped.undone(value));
            case DATE -> Stream.of(DateMatch.read(parameter.name(), Escaped.undone(value), zone));
            case STRING -> Stream.of(new Match.BeginningWith(Texts.folded(Escaped.undone(value))));
            case URI -> Stream.of(new Match.Exactly(Texts.bounded(Escaped.undone(value))));
        };
    }

    private static Match token(Parameter parameter, String value) {
        List<String> parts =
                Escaped.split(value, '|').stream().map(Escaped::undone).toList();
        if (parts.size() > 2 || parts.size() == 2 && String.join("", parts).isEmpty()) {
            throw new Fault(
                    Kind.MALFORMED,
                    "`" + parameter.name()
                            + "` takes `code`, `system|code`, `|code` or `system|`; write a `|` that belongs"
                            + " to a code as `\\|`");
        }
        if (parts.size() == 1) {
            return new Match.BeginningWith(Texts.beginningOfToken(parts.get(0)));
        }
        if (isImplied(parameter, parts.get(0)) && !parts.get(1).isEmpty()) {
            return new Match.BeginningWith(Texts.beginningOfToken(parts.get(1)));
        }
        return parts.get(1).isEmpty()
                ? new Match.EndingWith(Texts.endOfToken(parts.get(0)))
                : new Match.Exactly(Texts.token(parts.get(0), parts.get(1)));
    }

    /** An urgency is a bare code in its extension; its system is known all the same. */
    private static boolean isImplied(Parameter parameter, String system) {
        return parameter.name().equals("urgency") && system.equals(Systems.URGENCY);
    }

    /** An address or canonical as it is; {@code Type/id}; or an id, meant in each type the reference may have. */
    private static Stream<Match> references(Parameter parameter, Clause clause, String value) {
        Set<String> types = types(parameter, clause);
        if (value.indexOf(':') >= 0) {
            return Stream.of(new Match.Exactly(Texts.bounded(value)));
        }
        if (value.indexOf('/') < 0) {
            return types.stream().map(type -> new Match.Exactly(new Key(type, value).toString()));
        }
        Key key = Key.fromReference(value)
                .filter(local -> local.toString().equals(value))
                .orElseThrow(() -> new Fault(
                        Kind.MALFORMED,
                        "`" + clause.name() + "` takes `id`, `Type/id`, an absolute URL or a canonical"));
        if (!types.contains(key.type())) {
            throw new Fault(
                    Kind.MALFORMED,
                    "`" + clause.name() + "` never points at `" + key.type() + "`; it does at "
                            + String.join(", ", types));
        }
        return Stream.of(new Match.Exactly(value));
    }

    private static Set<String> types(Parameter parameter, Clause clause) {
        Set<String> types = parameter.targets().isEmpty() ? Catalogue.types() : parameter.targets();
        if (clause.modifier().isEmpty()) {
            return types;
        }
        if (!types.contains(clause.modifier())) {
            throw noModifier(clause);
        }
        return Set.of(clause.modifier());
    }

    private static Fault noModifier(Clause clause) {
        return new Fault(
                Kind.NOT_SUPPORTED,
                "`" + clause.parameter() + "` cannot be searched with `:" + clause.modifier()
                        + "`; leave the modifier out");
    }
}
