package org.fascicle.clinical.finding;

/** How an item is answered: one code, several codes, a whole number, a decimal, a date, or free text. */
public enum Kind {
    ONE_OF,
    SOME_OF,
    INTEGER,
    DECIMAL,
    DATE,
    TEXT;

    public boolean isChoice() {
        return this == ONE_OF || this == SOME_OF;
    }

    public boolean isNumber() {
        return this == INTEGER || this == DECIMAL;
    }
}
