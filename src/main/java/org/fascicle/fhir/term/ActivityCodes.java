package org.fascicle.fhir.term;

import static org.fascicle.clinical.chart.Activity.*;
import static org.fascicle.fhir.term.OrderCode.loinc;
import static org.fascicle.fhir.term.OrderCode.snomed;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.lab.Analyte;

/**
 * The codes an activity is ordered with, and the activities a code in a chart stands for (source D.1, D.2, D.4, C.8.21).
 *
 * <p>What is ordered carries the verified code of its kind and nothing else; an activity without one is ordered by its
 * words. What is read may carry any equivalent: the panel it belongs to, another specimen, another unit.
 */
public final class ActivityCodes {
    private static final Map<Activity, List<OrderCode>> ORDERED = Map.ofEntries(
            one(BASIC_METABOLIC_PANEL, loinc("24321-2", "Basic metabolic 2000 panel - Serum or Plasma")),
            one(SODIUM, loinc("2951-2", "Sodium [Moles/volume] in Serum or Plasma")),
            one(POTASSIUM, loinc("2823-3", "Potassium [Moles/volume] in Serum or Plasma")),
            one(CALCIUM, loinc("17861-6", "Calcium [Mass/volume] in Serum or Plasma")),
            one(CREATININE, loinc("2160-0", "Creatinine [Mass/volume] in Serum or Plasma")),
            one(GLUCOSE, loinc("2345-7", "Glucose [Mass/volume] in Serum or Plasma")),
            one(MAGNESIUM, loinc("19123-9", "Magnesium [Mass/volume] in Serum or Plasma")),
            one(ALBUMIN, loinc("1751-7", "Albumin [Mass/volume] in Serum or Plasma")),
            one(THYROTROPIN, loinc("3016-3", "Thyrotropin [Units/volume] in Serum or Plasma")),
            one(FREE_THYROXINE, loinc("3024-7", "Thyroxine (T4) free [Mass/volume] in Serum or Plasma")),
            one(
                    FREE_TRIIODOTHYRONINE,
                    loinc("14928-6", "Triiodothyronine (T3) Free [Moles/volume] in Serum or Plasma")),
            one(CREATINE_KINASE, loinc("2157-6", "Creatine kinase [Enzymatic activity/volume] in Serum or Plasma")),
            one(PHOSPHATE, loinc("2777-1", "Phosphate [Mass/volume] in Serum or Plasma")),
            one(PARATHYRIN, loinc("2731-8", "Parathyrin.intact [Mass/volume] in Serum or Plasma")),
            one(VITAMIN_D, loinc("62292-8", "25-hydroxyvitamin D3+D2 [Mass/volume] in Serum or Plasma")),
            one(VITAMIN_B12, loinc("2132-9", "Cobalamin (Vitamin B12) [Mass/volume] in Serum or Plasma")),
            one(HBA1C, loinc("4548-4", "Hemoglobin A1c/Hemoglobin.total in Blood")),
            one(BLOOD_COUNT, loinc("57021-8", "CBC W Auto Differential panel")),
            one(C_REACTIVE_PROTEIN, loinc("1988-5", "C reactive protein [Mass/volume] in Serum or Plasma")),
            one(SEDIMENTATION_RATE, loinc("4537-7", "Erythrocyte sedimentation rate by Westergren method")),
            one(LITHIUM_LEVEL, loinc("14334-7", "Lithium [Moles/volume] in Serum or Plasma")),
            one(THEOPHYLLINE_LEVEL, loinc("4049-3", "Theophylline [Mass/volume] in Serum or Plasma")),
            one(DIGOXIN_LEVEL, loinc("10535-3", "Digoxin [Mass/volume] in Serum or Plasma")),
            Map.entry(ECG, List.of(loinc("11524-6", "EKG study"), snomed("268400002", "12 lead electrocardiogram"))),
            one(EMG, loinc("18749-2", "Electromyogram study")),
            one(SPIROMETRY, loinc("18759-1", "Spirometry study")),
            one(EMERGENCY_DEPARTMENT, snomed("306104004", "Referral to accident and emergency service")),
            one(NEUROLOGY, snomed("183521007", "Referral to neurology service")),
            one(SPEECH_AND_LANGUAGE, snomed("308452008", "Referral to speech and language therapist")),
            one(PHYSIOTHERAPY, snomed("308447003", "Referral to physiotherapist")),
            one(RECHECK, snomed("185389009", "Follow-up visit")),
            one(EXAMINATION, snomed("225398001", "Neurological assessment")));

    /** Our own code for every activity, by which a hospital can map what it orders with a local code or in words. */
    public static final String OWN_SYSTEM = Systems.BASE + "/CodeSystem/fasciculation-activity";

    private static final OrderCode LABORATORY = snomed("108252007", "Laboratory procedure");

    /** Codes only recognised, never written: panels, nerve conduction, the procedure outside the Global Patient Set. */
    private static final Map<String, Set<Activity>> EQUIVALENTS = Map.ofEntries(
            Map.entry(key(Systems.LOINC, "51990-0"), Set.of(BASIC_METABOLIC_PANEL)),
            Map.entry(key(Systems.LOINC, "24323-8"), Set.of(BASIC_METABOLIC_PANEL, ALBUMIN, LIVER_PANEL)),
            Map.entry(key(Systems.LOINC, "24326-1"), Set.of(SODIUM, POTASSIUM)),
            Map.entry(key(Systems.LOINC, "55231-5"), Set.of(SODIUM, POTASSIUM)),
            Map.entry(key(Systems.LOINC, "58410-2"), Set.of(BLOOD_COUNT)),
            Map.entry(key(Systems.LOINC, "29755-6"), Set.of(EMG)),
            Map.entry(key(Systems.LOINC, "27897-8"), Set.of(EMG)),
            Map.entry(key(Systems.SNOMED, "42803009"), Set.of(EMG)),
            Map.entry(key(Systems.LOINC, "57145-5"), Set.of(NEUROLOGY)));

    private static final Map<String, Set<Activity>> READ = read();

    private ActivityCodes() {}

    /** The codes to order it with, all meaning the same; none where no verified code exists, and then by its words. */
    public static List<OrderCode> of(Activity activity) {
        return ORDERED.getOrDefault(activity, List.of());
    }

    public static String ownCode(Activity activity) {
        return activity.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What sort of service it is, where a verified code says so: laboratory work only. */
    public static Optional<OrderCode> category(Activity activity) {
        return activity.kind() == Kind.LAB ? Optional.of(LABORATORY) : Optional.empty();
    }

    /** Every activity an order with this code stands for; a panel stands for more than one. Empty when not known. */
    public static Set<Activity> find(String system, String code) {
        return READ.getOrDefault(key(system, code), Set.of());
    }

    /** Every code, as {@code system|code}, whose order makes one of this activity needless. */
    public static List<String> covering(Activity activity) {
        return READ.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(placed -> placed.covers(activity)))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The single test of an analyte, where there is one to order. */
    static Optional<Activity> testOf(Analyte analyte) {
        return EnumSet.allOf(Activity.class).stream()
                .filter(activity -> activity.analytes().equals(List.of(analyte)))
                .findFirst();
    }

    private static Map<String, Set<Activity>> read() {
        Map<String, Set<Activity>> read = new HashMap<>();
        ORDERED.forEach((activity, codes) ->
                codes.forEach(code -> add(read, key(code.system(), code.code()), activity)));
        for (Analyte analyte : Analyte.values()) {
            testOf(analyte)
                    .ifPresent(test ->
                            AnalyteCodes.of(analyte).forEach(code -> add(read, key(Systems.LOINC, code), test)));
        }
        for (Activity activity : Activity.values()) {
            add(read, key(OWN_SYSTEM, ownCode(activity)), activity);
        }
        EQUIVALENTS.forEach((key, activities) -> activities.forEach(activity -> add(read, key, activity)));
        read.replaceAll((key, activities) -> Set.copyOf(activities));
        return Map.copyOf(read);
    }

    private static void add(Map<String, Set<Activity>> read, String key, Activity activity) {
        read.computeIfAbsent(key, unseen -> new HashSet<>()).add(activity);
    }

    private static Map.Entry<Activity, List<OrderCode>> one(Activity activity, OrderCode code) {
        return Map.entry(activity, List.of(code));
    }

    private static String key(String system, String code) {
        return system + "|" + code;
    }
}
