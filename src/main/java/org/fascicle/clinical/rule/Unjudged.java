package org.fascicle.clinical.rule;

import java.util.List;
import org.fascicle.clinical.Patient;
import org.fascicle.clinical.finding.Presence;

/**
 * A criterion as it would read if it never acted on ignorance: what is not known leaves it unknown. Where it is unknown,
 * more knowledge could still decide it either way. Of two sources for one fact, one that is silent could still speak; a
 * claim could still be disputed; a man could not be pregnant.
 */
public final class Unjudged {
    private static final Criterion NEVER = new Criterion.Any(List.of());

    private final boolean isMan;

    private Unjudged(boolean isMan) {
        this.isMan = isMan;
    }

    public static Criterion of(Criterion criterion, Facts facts) {
        return new Unjudged(facts.file().patient().sex() == Patient.Sex.MALE).of(criterion);
    }

    private Criterion of(Criterion criterion) {
        if (criterion instanceof Criterion.Judged judged) {
            return of(judged);
        } else if (criterion instanceof Criterion.Named named) {
            return of(named);
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

    private List<Criterion> of(List<Criterion> parts) {
        return parts.stream().map(this::of).toList();
    }

    private Criterion of(Criterion.Named named) {
        Criterion read = named == Background.PREGNANT && isMan ? NEVER : of(named.criterion());
        return new Criterion.Named(named.name(), named.words(), read);
    }

    /** What counts as present when known, and as absent when known to be absent; one that asks for ignorance stays. */
    private Criterion of(Criterion.Judged judged) {
        if (judged.among().contains(Presence.PRESENT)) {
            return of(judged.part());
        }
        return judged.among().contains(Presence.ABSENT) ? new Criterion.Not(of(judged.part())) : judged;
    }
}
