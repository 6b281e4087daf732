package org.fascicle.chart.index;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Resource;

/**
 * The expression of a search parameter: a union of element paths.
 *
 * <p>The few forms that the declared parameters use are understood, anything else is refused when it is read: a FHIRPath
 * engine would cost half a second at start and tens of microseconds for each value. {@code where(resolve() is X)} is
 * skipped: the value searched for names the type.
 */
public final class Path {
    private static final Pattern CAST = Pattern.compile("\\((\\S+) as (\\w+)\\)");
    private static final Pattern STEP = Pattern.compile(
            "\\.(?:as\\((?<as>\\w+)\\)|where\\(resolve\\(\\) is \\w+\\)|extension\\('(?<url>[^']+)'\\)|(?<child>\\w+))");

    private final List<List<Step>> union;

    private Path(List<List<Step>> union) {
        this.union = union;
    }

    /** Reads an expression of a resource type's parameter. */
    public static Path read(String resource, String expression) {
        return new Path(Stream.of(expression.split(" \\| "))
                .map(part -> steps(resource, CAST.matcher(part.strip()).replaceAll("$1.as($2)")))
                .toList());
    }

    /** The elements it finds, in the order of the expression. */
    public List<Base> in(Resource resource) {
        return union.stream().flatMap(steps -> follow(resource, steps)).toList();
    }

    /** Whether both find the same, wherever references point to. */
    public boolean findsSameAs(Path other) {
        return union.equals(other.union);
    }

    private static Stream<Base> follow(Base start, List<Step> steps) {
        Stream<Base> found = Stream.of(start);
        for (Step step : steps) {
            found = found.flatMap(step::from);
        }
        return found;
    }

    private static List<Step> steps(String resource, String part) {
        Matcher step = STEP.matcher(part);
        Stream.Builder<Step> steps = Stream.builder();
        int end = resource.length();
        while (step.find(end) && step.start() == end) {
            read(step, steps);
            end = step.end();
        }
        if (!part.startsWith(resource) || end != part.length()) {
            throw new IllegalArgumentException("`" + part + "` is no path of `" + resource + "` that can be followed");
        }
        return steps.build().toList();
    }

    private static void read(Matcher step, Stream.Builder<Step> steps) {
        if (step.group("as") != null) {
            steps.add(new As(step.group("as")));
        } else if (step.group("url") != null) {
            steps.add(new Extended(step.group("url")));
        } else if (step.group("child") != null) {
            steps.add(new Child(step.group("child")));
        }
    }

    private sealed interface Step {
        Stream<Base> from(Base base);
    }

    private record Child(String name) implements Step {
        @Override
        public Stream<Base> from(Base base) {
            return children(base, name);
        }
    }

    private record As(String type) implements Step {
        @Override
        public Stream<Base> from(Base base) {
            return base.fhirType().equals(type) ? Stream.of(base) : Stream.empty();
        }
    }

    private record Extended(String url) implements Step {
        @Override
        public Stream<Base> from(Base base) {
            return children(base, "extension")
                    .filter(extension -> ((Extension) extension).getUrl().equals(url));
        }
    }

    private static Stream<Base> children(Base base, String name) {
        Base[] children = base.getProperty(name.hashCode(), name, false);
        return children == null ? Stream.empty() : Stream.of(children);
    }
}
