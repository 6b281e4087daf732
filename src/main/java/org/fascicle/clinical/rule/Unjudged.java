package org.fascicle.clinical.rule;

import java.util.List;
import org.fascicle.clinical.finding.Presence;

/**
 * A criterion as it would read if it never acted on ignorance: what is not known leaves it unknown. Where it is unknown,
 * more knowledge could still decide it either way. Of two sources for one fact, one that is silent could still speak; a claim could still be disputed.
 */
public final class Unjudged {
    private Unjudged() {}

    public static Criterion of(Criterion criterion) {
        if (criterion instanceof Criterion.Judged judged) {
            return of(judged);
        } else if (criterion instanceof Criterion.Named named) {
            return new Criterion.Named(named.name(), named.words(), of(named.criterion()));
        } else if (criterion instanceof Criterion.All all) {
            return new Criterion.All(of(all.parts()));
        } else if (criterion instanceof Criterion.Any any) {
            return new Criterion.Any(of(any.parts()));
        } else if (criterion instanceof Criterion.AtLeast atLeast) {
            return new Criterion.AtLeast(atLeast.count(), of(atLeast.parts()));
        } else if (criterion instanceof Criterion.Not not) {
            return new Criterion.Not(of(not.part()));
        } else if (criterion instanceof Criterion.ToldOrCharted either) {
            return new Criterion.Any(List.of(of(either.told()), of(either.charted())));
        } else if (criterion instanceof Criterion.Disputed disputed) {
            return new Criterion.All(List.of(of(disputed.claim()), new Criterion.Not(of(disputed.counter()))));
        }
        return criterion;
    }

    private static List<Criterion> of(List<Criterion> parts) {
        return parts.stream().map(Unjudged::of).toList();
    }

    /** What counts as present when known, and as absent when known to be absent; one that asks for ignorance stays. */
    private static Criterion of(Criterion.Judged judged) {
        if (judged.among().contains(Presence.PRESENT)) {
            return of(judged.part());
        }
        return judged.among().contains(Presence.ABSENT) ? new Criterion.Not(of(judged.part())) : judged;
    }
}
