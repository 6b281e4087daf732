package org.fascicle.pages.interview;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fascicle.pages.interview.InterviewPage.Notice;
import org.fascicle.pages.visit.Visit;
import org.fascicle.smart.ehr.Feature;

/** Says what of the chart this launch may not read, before the clinician relies on it. */
final class Ungranted {
    private static final Set<Feature> READ = EnumSet.of(
            Feature.SEE_PATIENT,
            Feature.SEE_RESULTS,
            Feature.SEE_VITAL_SIGNS,
            Feature.SEE_PROBLEMS,
            Feature.SEE_MEDICINES,
            Feature.SEE_STATEMENTS,
            Feature.SEE_REPORTS,
            Feature.SEE_PROCEDURES,
            Feature.SEE_ORDERS);

    private Ungranted() {}

    /** Empty when all of it is granted. */
    static Optional<Notice> of(Visit visit) {
        String missing = visit.launch().features().missing().stream()
                .filter(READ::contains)
                .map(feature ->
                        "granted." + feature.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .map(key -> visit.words().of(key))
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Notice.of("info", visit.words().of("interview.ungranted", missing)));
    }
}
