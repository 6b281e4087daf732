package org.fascicle.cdshooks.notice;

/**
 * What a notice is about. The same matter is not brought up again for a while once someone declined it or acted on it; a
 * worse urgency or a new version makes it another matter.
 *
 * @param rule which of our notices it is
 * @param focus what in this chart it is about: references, versions, urgency
 */
public record Matter(String rule, String focus) {
    static Matter of(String rule, String... focus) {
        return new Matter(rule, String.join(" ", focus));
    }

    @Override
    public String toString() {
        return "Matter[" + rule + "]";
    }
}
