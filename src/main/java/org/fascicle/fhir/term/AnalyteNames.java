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
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.fhir.text.Phrases;
import org.fascicle.fhir.text.Wording;

/**
 * Analytes by name, for results that carry no code we know: the exact name, with or without the specimen ("Potassium",
 * "Serum potassium", "Potassium [Moles/volume] in Blood"). A name that only holds such a word is similar, never the same.
 */
public final class AnalyteNames {
    private static final Map<Analyte, String> NAMES = names();
    private static final Map<String, Analyte> EXACT = exact();
    private static final Map<Analyte, Phrases> SIMILAR = similar();
    private static final Phrases ANY = Phrases.list(String.join(",", NAMES.values()));

    /** What a laboratory adds to the name of an analyte without changing what is meant. */
    private static final Set<String> SPECIMEN_AND_PROPERTY =
            words("serum plasma blood venous arterial capillary level levels"
                    + " concentration mass moles volume substance units enzymatic activity measurement test result value in or"
                    + " of the s p sp total finding observable entity procedure poc poct");

    /** Another specimen, or another thing that holds the analyte's name. */
    private static final Phrases OTHER_THING = Phrases.list("urine,urinary,csf,cerebrospinal,stool,faeces,saliva,sweat"
            + ",dialysate,fluid,pleural,ascitic,peritoneal,24 hour,24h,clearance,excretion,fractional,ratio,intake"
            + ",dietary,dose,tissue,hair,amniotic,cord,donor,crystals,antibody,antibodies,gene,genotype,mb,isoenzyme"
            + ",dehydrogenase,heparin,tolerance,supplement,binding,score,count");

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
        if (name.has(OTHER_THING)) {
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

    /** Whether the specimen is something else than blood. */
    public static boolean isOtherSpecimen(Wording name) {
        return name.has(OTHER_THING);
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

    private static Map<Analyte, String> names() {
        Map<Analyte, String> names = new LinkedHashMap<>();
        names.put(IONISED_CALCIUM, "ionised calcium,ionized calcium,calcium ionised,calcium ionized,free calcium,ica");
        names.put(SODIUM, "sodium,na");
        names.put(POTASSIUM, "potassium,k");
        names.put(
                CALCIUM,
                "calcium,ca,adjusted calcium,adj calcium,calcium adjusted,corrected calcium,calcium corrected"
                        + ",calcium corrected for albumin,albumin corrected calcium,calcium adjusted for albumin");
        names.put(MAGNESIUM, "magnesium,mg");
        names.put(PHOSPHATE, "phosphate,phosphorus,inorganic phosphate,po4");
        names.put(CREATININE, "creatinine");
        names.put(UREA, "urea,urea nitrogen,bun");
        names.put(BICARBONATE, "bicarbonate,hco3");
        names.put(CHLORIDE, "chloride,cl");
        names.put(
                EGFR,
                "egfr,glomerular filtration rate,estimated glomerular filtration rate"
                        + ",glomerular filtration rate 1 73 sq m predicted rate area");
        names.put(GLUCOSE, "glucose,fasting glucose,glucose fasting,random glucose,glucose random");
        names.put(ALBUMIN, "albumin");
        names.put(CREATINE_KINASE, "creatine kinase,ck,cpk,creatine phosphokinase");
        names.put(
                THYROTROPIN,
                "tsh,thyrotropin,thyrotropin tsh,thyroid stimulating hormone,thyroid stimulating hormone tsh");
        names.put(FREE_T4, "free t4,ft4,t4 free,free thyroxine,thyroxine free,thyroxine t4 free");
        names.put(FREE_T3, "free t3,ft3,t3 free,free triiodothyronine,triiodothyronine free,triiodothyronine t3 free");
        names.put(
                VITAMIN_D,
                "25 hydroxyvitamin d,25 oh vitamin d,25 hydroxy vitamin d,vitamin d,vitamin d 25 hydroxy"
                        + ",25 hydroxyvitamin d3,25 hydroxyvitamin d3 d2,calcidiol");
        names.put(VITAMIN_B12, "vitamin b12,b12,cobalamin,cobalamin vitamin b12,cobalamins");
        names.put(
                PARATHYRIN,
                "pth,parathyrin,parathyrin intact,parathyroid hormone,intact pth,pth intact"
                        + ",parathyroid hormone intact,intact parathyroid hormone");
        names.put(HBA1C, "hba1c,haemoglobin a1c,a1c,haemoglobin a1c haemoglobin,glycated haemoglobin");
        names.put(C_REACTIVE_PROTEIN, "c reactive protein,crp");
        names.put(SEDIMENTATION_RATE, "erythrocyte sedimentation rate,esr,sedimentation rate");
        names.put(LITHIUM, "lithium");
        names.put(THEOPHYLLINE, "theophylline");
        names.put(DIGOXIN, "digoxin");
        return names;
    }

    private static Map<String, Analyte> exact() {
        Map<String, Analyte> exact = new HashMap<>();
        NAMES.forEach((analyte, names) -> List.of(names.split(","))
                .forEach(name -> exact.put(Wording.of(name).words(), analyte)));
        return Map.copyOf(exact);
    }

    /** One- and two-letter names are only ever exact. */
    private static Map<Analyte, Phrases> similar() {
        Map<Analyte, Phrases> similar = new LinkedHashMap<>();
        NAMES.forEach((analyte, names) -> similar.put(
                analyte,
                Phrases.of(Arrays.stream(names.split(","))
                        .filter(name -> name.length() > 2)
                        .toArray(String[]::new))));
        return similar;
    }

    private static Set<String> words(String spaced) {
        return Set.of(spaced.split(" "));
    }
}
