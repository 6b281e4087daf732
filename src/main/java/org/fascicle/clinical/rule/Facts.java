package org.fascicle.clinical.rule;

import java.util.IdentityHashMap;
import java.util.Map;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.finding.Presence;

/**
 * What a criterion may ask about: the case, and what the rules before it have concluded.
 *
 * <p>A named finding depends on the case alone, so it is settled once for the case. Not for use by several threads.
 */
public final class Facts {
    private final CaseFile file;
    private final Conclusions soFar;
    private final Map<Criterion.Named, Presence> settled;

    private Facts(CaseFile file, Conclusions soFar, Map<Criterion.Named, Presence> settled) {
        this.file = file;
        this.soFar = soFar;
        this.settled = settled;
    }

    public static Facts of(CaseFile file) {
        return new Facts(file, Conclusions.NONE, new IdentityHashMap<>(128));
    }

    /** The same case, with more concluded. */
    public Facts with(Conclusions conclusions) {
        return new Facts(file, conclusions, settled);
    }

    public CaseFile file() {
        return file;
    }

    public Conclusions soFar() {
        return soFar;
    }

    Presence settle(Criterion.Named named) {
        Presence known = settled.get(named);
        if (known == null) {
            known = named.criterion().in(this);
            settled.put(named, known);
        }
        return known;
    }
}
