package org.fascicle.clinical.chart;

import java.time.LocalDate;
import java.util.Optional;

/** Where a fact stands in the chart, and the date it carries there. */
public record Entry(String reference, Optional<LocalDate> date) {}
