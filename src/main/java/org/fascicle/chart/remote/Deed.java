package org.fascicle.chart.remote;

/** What a server lets its clients do with a resource type. */
public enum Deed {
    READ,
    SEARCH,
    CREATE,
    UPDATE
}
