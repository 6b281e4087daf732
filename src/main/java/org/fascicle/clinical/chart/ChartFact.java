package org.fascicle.clinical.chart;

/** Something a chart lists or does not list. */
public sealed interface ChartFact permits Problem, DrugClass, Past {

    /** As a clinician would say it. */
    String words();

    /** A stable name for rules published elsewhere. */
    String name();
}
