package org.fascicle.clinical.rule;

import java.util.List;
import java.util.stream.Stream;

/** The parts of a criterion, for whoever walks it. */
public final class Parts {
    private Parts() {}

    /** The direct parts; none for a leaf. */
    public static List<Criterion> of(Criterion criterion) {
        if (criterion instanceof Criterion.Named named) {
            return List.of(named.criterion());
        } else if (criterion instanceof Criterion.All all) {
            return all.parts();
        } else if (criterion instanceof Criterion.Any any) {
            return any.parts();
        } else if (criterion instanceof Criterion.AtLeast atLeast) {
            return atLeast.parts();
        } else if (criterion instanceof Criterion.Not not) {
            return List.of(not.part());
        } else if (criterion instanceof Criterion.Judged judged) {
            return List.of(judged.part());
        } else if (criterion instanceof Criterion.ToldOrCharted either) {
            return List.of(either.told(), either.charted());
        } else if (criterion instanceof Criterion.Disputed disputed) {
            return List.of(disputed.claim(), disputed.counter());
        }
        return List.of();
    }

    /** The criterion and everything below it. */
    public static Stream<Criterion> deep(Criterion criterion) {
        return Stream.concat(Stream.of(criterion), of(criterion).stream().flatMap(Parts::deep));
    }

    /** Every question with no parts, each once. */
    public static Stream<Criterion.Leaf> leaves(Criterion criterion) {
        return deep(criterion)
                .filter(Criterion.Leaf.class::isInstance)
                .map(Criterion.Leaf.class::cast)
                .distinct();
    }
}
