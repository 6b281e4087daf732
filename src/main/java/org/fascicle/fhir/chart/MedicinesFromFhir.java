package org.fascicle.fhir.chart;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fascicle.clinical.chart.DrugClass;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.chart.Medicine;
import org.fascicle.fhir.chart.Course.State;
import org.fascicle.fhir.text.Wording;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;

/**
 * Reads the medicines of the classes the rules know, and when each was begun.
 *
 * <p>A repeat prescription of the same product carries the first one on: otherwise every monthly repeat would look like a
 * new medicine. Another strength has another name, and is a change.
 */
final class MedicinesFromFhir {
    /** A longer gap between two prescriptions is a new beginning. */
    private static final int LONGEST_GAP = 185;

    private final List<Course> courses = new ArrayList<>();
    private final CourseFromFhir map;
    private final Gathered gathered;

    MedicinesFromFhir(ChartResources chart, ChartScope scope, Gathered gathered) {
        this.map = new CourseFromFhir(chart, scope);
        this.gathered = gathered;
    }

    void read(Charted from, MedicationRequest request) {
        map.read(from, request).ifPresent(read -> add(from, read));
    }

    void read(Charted from, MedicationStatement statement) {
        map.read(from, statement).ifPresent(read -> add(from, read));
    }

    private void add(Charted from, CourseFromFhir.Read read) {
        Preparation preparation = read.preparation();
        Set<DrugClass> classes = preparation.classes();
        if (!classes.isEmpty()) {
            String name =
                    preparation.name().orElseGet(() -> Collections.min(classes).words());
            courses.add(new Course(from, name, classes, read.state(), read.start()));
        } else if (read.state() == State.ACTIVE && preparation.isCodeOnly()) {
            gathered.unread(from, "a medicine given by a code only, and the code is not known");
        } else if (read.state() == State.ACTIVE && preparation.name().isEmpty()) {
            gathered.unread(from, "a medicine without a name");
        }
    }

    /** Hands over all that were read. */
    void finish() {
        courses.stream()
                .collect(groupingBy(course -> Wording.of(course.name()).words(), LinkedHashMap::new, toList()))
                .values()
                .forEach(this::finish);
    }

    private void finish(List<Course> sameProduct) {
        List<Course> byStart = sameProduct.stream()
                .sorted(comparing(course -> course.start().orElse(LocalDate.MIN)))
                .toList();
        for (int i = 0; i < byStart.size(); i++) {
            Course course = byStart.get(i);
            Optional<LocalDate> begun = course.isActive() ? begun(byStart.subList(0, i + 1)) : course.start();
            Entry entry = new Entry(course.from().reference(), begun);
            gathered.add(new Medicine(course.name(), course.classes(), course.isActive(), entry));
        }
    }

    /** When the last of these was first begun, followed back through its repeats. */
    private static Optional<LocalDate> begun(List<Course> upToThis) {
        Optional<LocalDate> begun = upToThis.get(upToThis.size() - 1).start();
        for (int i = upToThis.size() - 2; i >= 0 && begun.isPresent(); i--) {
            Course before = upToThis.get(i);
            LocalDate day = begun.get();
            boolean isCarriedOn = before.state() != State.STOPPED
                    && before.start()
                            .filter(start -> !start.plusDays(LONGEST_GAP).isBefore(day))
                            .isPresent();
            if (!isCarriedOn) {
                return begun;
            }
            begun = before.start();
        }
        return begun;
    }
}
