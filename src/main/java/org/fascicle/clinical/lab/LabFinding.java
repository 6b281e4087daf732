package org.fascicle.clinical.lab;

import java.util.EnumSet;
import java.util.Set;
import org.fascicle.clinical.finding.Presence;

/**
 * What one analyte shows: the result that counts, its band, and whether a normal one may stand in for a new test.
 *
 * @param isReusable final, after onset and the last change of medicine, and young enough
 */
public record LabFinding(LabResult result, Band band, boolean isReusable, Set<Remark> remarks) {

    public LabFinding {
        remarks = Set.copyOf(remarks);
    }

    public Analyte analyte() {
        return result.analyte();
    }

    /** Whether the analyte is in this band or a worse one. An old normal result leaves it unknown. */
    public Presence isAtLeast(Band worse) {
        if (band.isAtLeast(worse)) {
            return Presence.PRESENT;
        }
        return isReusable ? Presence.ABSENT : Presence.UNKNOWN;
    }

    /** The same, where another result was flagged critical and could not be read: it stands in for nothing now. */
    LabFinding besideUnread() {
        Set<Remark> more = EnumSet.of(Remark.UNREAD_BESIDE);
        more.addAll(remarks);
        return new LabFinding(result, band, false, more);
    }

    /** Whether a new test would tell nothing new. */
    public boolean isSettledNormal() {
        return isReusable && band == Band.NORMAL;
    }
}
