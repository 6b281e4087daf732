package org.fascicle.chart.index;

/** One value a search accepts, as a comparison with what is kept. */
public sealed interface Match {

    /** The kept text is this one. */
    record Exactly(String text) implements Match {
        @Override
        public String toString() {
            return "Exactly";
        }
    }

    /** The kept text begins with this. */
    record BeginningWith(String text) implements Match {
        @Override
        public String toString() {
            return "BeginningWith";
        }
    }

    /** The kept text ends with this. No index helps; it is for narrowing what another condition found. */
    record EndingWith(String text) implements Match {
        @Override
        public String toString() {
            return "EndingWith";
        }
    }

    /** The kept time begins in the one stretch and ends in the other; bounds belong to it. */
    record During(long lowFrom, long lowTo, long highFrom, long highTo) implements Match {

        /** Whether it matters when the time begins. */
        public boolean boundsLow() {
            return lowFrom > TimeRange.OPEN_START || lowTo < TimeRange.OPEN_END;
        }

        /** Whether it matters when the time ends. */
        public boolean boundsHigh() {
            return highFrom > TimeRange.OPEN_START || highTo < TimeRange.OPEN_END;
        }

        @Override
        public String toString() {
            return "During";
        }
    }
}
