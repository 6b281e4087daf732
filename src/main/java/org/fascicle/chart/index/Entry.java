package org.fascicle.chart.index;

/** One value by which a resource can be found. */
public sealed interface Entry {
    /** Which parameter finds it: {@link Parameter#storedAs}. */
    String parameter();

    /** A value that is compared as text: token, reference, string, uri. */
    record Text(String parameter, String value) implements Entry {
        @Override
        public String toString() {
            return parameter;
        }
    }

    /** When it was; every resource has exactly one for each of its date parameters, {@link TimeRange#NONE} at least. */
    record Time(String parameter, TimeRange range) implements Entry {
        @Override
        public String toString() {
            return parameter;
        }
    }
}
