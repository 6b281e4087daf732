package org.fascicle.pages.visit;

/** A page, and what its forms do. */
public interface Screen {

    /**
     * Shows it; never changes anything.
     *
     * @param id what comes after its name in the address; empty when nothing does
     */
    Reply show(Visit visit, String id);

    /** Does what its form asks. A page without a form answers as if it were only looked at. */
    default Reply act(Visit visit, String id) {
        return show(visit, id);
    }
}
