package org.fascicle.clinical.chart;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a fact stands in the chart, and the date it carries there.
 *
 * @param reference empty where the chart gives the resource neither an id nor an address
 */
public record Entry(String reference, Optional<LocalDate> date) {}
