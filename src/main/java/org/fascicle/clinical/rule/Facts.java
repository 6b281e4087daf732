package org.fascicle.clinical.rule;

import org.fascicle.clinical.CaseFile;

/** What a criterion may ask about: the case, and what the rules before it have concluded. */
public record Facts(CaseFile file, Conclusions soFar) {

    public static Facts of(CaseFile file) {
        return new Facts(file, Conclusions.NONE);
    }
}
