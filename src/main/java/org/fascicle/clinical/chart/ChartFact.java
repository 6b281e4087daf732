package org.fascicle.clinical.chart;

import java.util.Set;

/** Something a chart lists or does not list. */
public sealed interface ChartFact permits Problem, DrugClass, Past {

    /** As a clinician would say it. */
    String words();

    /** Where it would be listed: only a chart read in all these parts shows that it is absent. */
    Set<ChartPart> parts();

    /** A stable name for rules published elsewhere. */
    String name();
}
