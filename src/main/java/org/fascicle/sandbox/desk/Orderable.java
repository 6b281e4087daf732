package org.fascicle.sandbox.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.fhir.term.ActivityCodes;
import org.fascicle.fhir.term.OrderCode;
import org.hl7.fhir.r4.model.CodeableConcept;

/**
 * Something that can be ordered here: only what has a verified code.
 *
 * @param id for the form
 * @param codes all meaning the same, never empty
 */
public record Orderable(String id, String words, Activity.Kind kind, List<OrderCode> codes) {
    private static final List<Orderable> ALL = Arrays.stream(Activity.values())
            .filter(activity -> activity.kind() != Activity.Kind.TASK)
            .filter(activity -> !ActivityCodes.of(activity).isEmpty())
            .map(Orderable::of)
            .toList();

    /** A heading and what is under it. */
    public record Group(String title, List<Orderable> orderables) {}

    private static Orderable of(Activity activity) {
        String words = activity.words();
        return new Orderable(
                activity.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
                activity.kind(),
                ActivityCodes.of(activity));
    }

    static Optional<Orderable> find(String id) {
        return ALL.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    static List<Group> groups() {
        return List.of(
                new Group("Blood tests", of(Activity.Kind.LAB)),
                new Group("Other tests", of(Activity.Kind.TEST)),
                new Group("Referrals", of(Activity.Kind.REFERRAL)),
                new Group("Follow-up", of(Activity.Kind.RECHECK)));
    }

    private static List<Orderable> of(Activity.Kind kind) {
        return ALL.stream().filter(one -> one.kind() == kind).toList();
    }

    /** The first code, as {@code LOINC 2823-3}. */
    public String shownCode() {
        OrderCode code = codes.get(0);
        return (code.system().contains("loinc") ? "LOINC " : "SNOMED CT ") + code.code();
    }

    CodeableConcept concept() {
        CodeableConcept concept = new CodeableConcept().setText(words);
        codes.forEach(code -> concept.addCoding()
                .setSystem(code.system())
                .setCode(code.code())
                .setDisplay(code.display()));
        return concept;
    }
}
