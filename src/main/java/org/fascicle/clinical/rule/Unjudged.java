package org.fascicle.clinical.rule;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.fascicle.clinical.Patient;
import org.fascicle.clinical.finding.Presence;

/**
 * A criterion as it would read if it never acted on ignorance: what is not known leaves it unknown. Where it is unknown,
 * more knowledge could still decide it either way. Of two sources for one fact, one that is silent could still speak; a
 * claim could still be disputed; a man could not be pregnant.
 */
public final class Unjudged {
    private static final Criterion NEVER = new Criterion.Any(List.of());
    private static final Map<Criterion, Criterion> OF_MEN = ofTheTables(true);
    private static final Map<Criterion, Criterion> OF_OTHERS = ofTheTables(false);

    private final boolean isMan;

    /** Each named finding is read anew once, so that it is settled once for a case. */
    private final Map<Criterion, Criterion.Named> named = new IdentityHashMap<>();

    private Unjudged(boolean isMan) {
        this.isMan = isMan;
    }

    public static Criterion of(Criterion criterion, Facts facts) {
        boolean isMan = facts.file().patient().sex() == Patient.Sex.MALE;
        Criterion known = (isMan ? OF_MEN : OF_OTHERS).get(criterion);
        return known == null ? new Unjudged(isMan).of(criterion) : known;
    }

    /** What every rule asks, read anew once for all cases. */
    private static Map<Criterion, Criterion> ofTheTables(boolean isMan) {
        Unjudged unjudged = new Unjudged(isMan);
        Map<Criterion, Criterion> read = new IdentityHashMap<>();
        Tables.rules().map(Rule::when).forEach(criterion -> read.put(criterion, unjudged.of(criterion)));
        return read;
    }

    private Criterion of(Criterion criterion) {
        if (criterion instanceof Criterion.Judged judged) {
            return of(judged);
        } else if (criterion instanceof Criterion.Named finding) {
            return of(finding);
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

    private Criterion of(Criterion.Named finding) {
        Criterion.Named known = named.get(finding);
        if (known == null) {
            Criterion read = finding == Background.PREGNANT && isMan ? NEVER : of(finding.criterion());
            known = new Criterion.Named(finding.name(), finding.words(), read);
            named.put(finding, known);
        }
        return known;
    }

    /** What counts as present when known, and as absent when known to be absent; one that asks for ignorance stays. */
    private Criterion of(Criterion.Judged judged) {
        if (judged.among().contains(Presence.PRESENT)) {
            return of(judged.part());
        }
        return judged.among().contains(Presence.ABSENT) ? new Criterion.Not(of(judged.part())) : judged;
    }
}
