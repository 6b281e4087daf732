package org.fascicle.clinical.lab;

/** How far a result is from normal, mildest first. */
public enum Band {
    NORMAL("normal"),
    ABNORMAL("abnormal"),
    SAME_DAY("same-day alert"),
    EMERGENCY("emergency alert");

    private final String words;

    Band(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public boolean isAtLeast(Band other) {
        return compareTo(other) >= 0;
    }

    public Band worseOf(Band other) {
        return isAtLeast(other) ? this : other;
    }

    Band atMost(Band other) {
        return isAtLeast(other) ? other : this;
    }
}
