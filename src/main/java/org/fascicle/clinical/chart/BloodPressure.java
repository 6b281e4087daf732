package org.fascicle.clinical.chart;

import java.util.OptionalDouble;

/** The newest blood pressure, in mm[Hg]. */
public record BloodPressure(OptionalDouble systolic, OptionalDouble diastolic, Entry entry) {}
