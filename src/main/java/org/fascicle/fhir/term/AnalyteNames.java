package org.fascicle.fhir.term;

import static org.fascicle.clinical.lab.Analyte.*;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.fhir.text.Phrases;
import org.fascicle.fhir.text.Wording;

/**
 * Analytes by name, for results that carry no code we know: the exact name, with or without the specimen ("Potassium",
 * "Serum potassium", "Potassium [Moles/volume] in Blood"). A name that only holds such a word is similar, never the same.
 */
public final class AnalyteNames {
    /** Ionised calcium before calcium: the first that fits is taken. */
    private static final List<Map.Entry<Analyte, String>> NAMES = List.of(
            Map.entry(
                    IONISED_CALCIUM,
                    "ionised calcium,ionized calcium,calcium ionised,calcium ionized,free calcium,ica"),
            Map.entry(SODIUM, "sodium,natrium,na"),
            Map.entry(POTASSIUM, "potassium,kalium,k"),
            Map.entry(
                    CALCIUM,
                    "calcium,ca,adjusted calcium,adj calcium,calcium adjusted,corrected calcium,calcium corrected"
                            + ",calcium corrected for albumin,albumin corrected calcium,calcium adjusted for albumin"
                            + ",calcium albumin corrected,calcium albumin adjusted,albumin adjusted calcium"),
            Map.entry(MAGNESIUM, "magnesium,mg"),
            Map.entry(PHOSPHATE, "phosphate,phosphorus,inorganic phosphate,po4"),
            Map.entry(CREATININE, "creatinine"),
            Map.entry(UREA, "urea,urea nitrogen,bun"),
            Map.entry(BICARBONATE, "bicarbonate,hco3"),
            Map.entry(CHLORIDE, "chloride,cl"),
            Map.entry(
                    EGFR,
                    "egfr,glomerular filtration rate,estimated glomerular filtration rate"
                            + ",glomerular filtration rate 1 73 sq m predicted rate area"),
            Map.entry(GLUCOSE, "glucose,fasting glucose,glucose fasting,random glucose,glucose random"),
            Map.entry(ALBUMIN, "albumin"),
            Map.entry(CREATINE_KINASE, "creatine kinase,ck,cpk,creatine phosphokinase"),
            Map.entry(
                    THYROTROPIN,
                    "tsh,thyrotropin,thyrotropin tsh,thyroid stimulating hormone,thyroid stimulating hormone tsh"),
            Map.entry(FREE_T4, "free t4,ft4,t4 free,free thyroxine,thyroxine free,thyroxine t4 free"),
            Map.entry(
                    FREE_T3,
                    "free t3,ft3,t3 free,free triiodothyronine,triiodothyronine free,triiodothyronine t3 free"),
            Map.entry(
                    VITAMIN_D,
                    "25 hydroxyvitamin d,25 oh vitamin d,25 hydroxy vitamin d,vitamin d,vitamin d 25 hydroxy"
                            + ",25 hydroxyvitamin d3,25 hydroxyvitamin d3 d2,calcidiol"),
            Map.entry(VITAMIN_B12, "vitamin b12,b12,cobalamin,cobalamin vitamin b12,cobalamins"),
            Map.entry(
                    PARATHYRIN,
                    "pth,parathyrin,parathyrin intact,parathyroid hormone,intact pth,pth intact"
                            + ",parathyroid hormone intact,intact parathyroid hormone"),
            Map.entry(HBA1C, "hba1c,haemoglobin a1c,a1c,haemoglobin a1c haemoglobin,glycated haemoglobin"),
            Map.entry(C_REACTIVE_PROTEIN, "c reactive protein,crp"),
            Map.entry(SEDIMENTATION_RATE, "erythrocyte sedimentation rate,esr,sedimentation rate"),
            Map.entry(LITHIUM, "lithium"),
            Map.entry(THEOPHYLLINE, "theophylline"),
            Map.entry(DIGOXIN, "digoxin"));

    private static final Map<String, Analyte> EXACT = exact();
    private static final Map<Analyte, Phrases> SIMILAR = similar();
    private static final Phrases ANY =
            Phrases.list(NAMES.stream().map(Map.Entry::getValue).collect(Collectors.joining(",")));

    /** What a laboratory adds to the name of an analyte without changing what is meant. */
    private static final Set<String> SPECIMEN_AND_PROPERTY =
            words("serum plasma whole blood venous arterial capillary level levels"
                    + " concentration mass moles volume substance units enzymatic activity measurement test result value in or"
                    + " of the s p sp total finding observable entity procedure poc poct");

    private static final Phrases OTHER_SPECIMEN = Phrases.list("urine,urinary,csf,cerebrospinal,stool,faeces,saliva"
            + ",sweat,dialysate,fluid,pleural,ascitic,peritoneal,tissue,hair,amniotic,cord blood,breast milk");

    /** Another thing whose name holds the analyte's. */
    private static final Phrases OTHER_THING = Phrases.list("24 hour,24h,clearance,excretion,fractional,ratio,intake"
            + ",dietary,dose,donor,crystals,antibody,antibodies,gene,genotype,mb,isoenzyme,dehydrogenase,tolerance"
            + ",supplement,binding,score,count");

    private static final Phrases SPECIMEN_NAMED = Phrases.of(
            "in serum", "in plasma", "in blood", "in venous blood", "in arterial blood", "in capillary blood");

    /** How it was measured changes nothing of what was. */
    private static final Pattern METHOD = Pattern.compile(" by .*$");

    private static final Phrases ADJUSTED = Phrases.of("adjusted", "corrected");
    private static final Pattern NITROGEN = Pattern.compile("\\b(?:nitrogen|bun)\\b");

    private AnalyteNames() {}

    /** Whether the name of any analyte is among the words. */
    public static boolean isMentionedIn(Wording name) {
        return name.has(ANY);
    }

    /** The analyte this is the name of. */
    public static Optional<Analyte> find(Wording name) {
        return Optional.ofNullable(EXACT.get(bare(name)));
    }

    /** The analyte this may be about: its name is among the words, and no other specimen is. */
    public static Optional<Analyte> similar(Wording name) {
        if (isOtherThing(name)) {
            return Optional.empty();
        }
        return SIMILAR.entrySet().stream()
                .filter(entry -> name.has(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether the name itself says that blood, serum or plasma was measured. */
    public static boolean namesSpecimen(Wording name) {
        return name.has(SPECIMEN_NAMED);
    }

    /** Whether these words for a specimen are of something else than blood. */
    public static boolean isOtherSpecimen(Wording specimen) {
        return specimen.has(OTHER_SPECIMEN);
    }

    /** Whether the name is of another specimen, or of another thing. */
    public static boolean isOtherThing(Wording name) {
        return isOtherSpecimen(name) || name.has(OTHER_THING);
    }

    static boolean isAdjusted(Wording name) {
        return name.has(ADJUSTED);
    }

    static boolean isUreaNitrogen(Wording name) {
        return NITROGEN.matcher(name.words()).find();
    }

    private static String bare(Wording name) {
        return Arrays.stream(METHOD.matcher(name.words()).replaceFirst("").split(" "))
                .filter(word -> !SPECIMEN_AND_PROPERTY.contains(word))
                .collect(Collectors.joining(" "));
    }

    private static Map<String, Analyte> exact() {
        Map<String, Analyte> exact = new HashMap<>();
        NAMES.forEach(named -> Stream.of(named.getValue().split(","))
                .forEach(name -> exact.put(Wording.of(name).words(), named.getKey())));
        return Map.copyOf(exact);
    }

    /** One- and two-letter names are only ever exact. */
    private static Map<Analyte, Phrases> similar() {
        Map<Analyte, Phrases> similar = new LinkedHashMap<>();
        NAMES.forEach(named -> similar.put(named.getKey(), longNames(named.getValue())));
        return similar;
    }

    private static Phrases longNames(String names) {
        return Phrases.of(
                Stream.of(names.split(",")).filter(name -> name.length() > 2).toArray(String[]::new));
    }

    private static Set<String> words(String spaced) {
        return Set.of(spaced.split(" "));
    }
}
