package org.fascicle.fhir.term;

import static org.fascicle.clinical.chart.DrugClass.*;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.DrugClass;

/**
 * Classes of medicine by code: the ATC groups and RxNorm ingredients that source D.6 verifies. What D.6 does not hold (ACE
 * inhibitors, anticoagulants, digoxin, calcium) is known by name only.
 */
public final class DrugCodes {
    private static final Map<String, DrugClass> ATC = Map.ofEntries(
            Map.entry("C03AA", THIAZIDE),
            Map.entry("C03BA04", THIAZIDE),
            Map.entry("C03BA11", THIAZIDE),
            Map.entry("C03CA", LOOP_DIURETIC),
            Map.entry("C03D", POTASSIUM_SPARING),
            Map.entry("A02BC", PROTON_PUMP_INHIBITOR),
            Map.entry("H02AB", CORTICOSTEROID),
            Map.entry("N06AB", SSRI),
            Map.entry("N06AX", SNRI_OR_OTHER_ANTIDEPRESSANT),
            Map.entry("N06AA", TRICYCLIC),
            Map.entry("N06AF", OTHER_SEROTONERGIC),
            Map.entry("N06AG", OTHER_SEROTONERGIC),
            Map.entry("N02AX02", OTHER_SEROTONERGIC),
            Map.entry("J01XX08", OTHER_SEROTONERGIC),
            Map.entry("N06BA", STIMULANT),
            Map.entry("N06BC", STIMULANT),
            Map.entry("R01BA", DECONGESTANT),
            Map.entry("R06", DECONGESTANT),
            Map.entry("R03AC", BETA_AGONIST),
            Map.entry("R03CC", BETA_AGONIST),
            Map.entry("R03DA", XANTHINE),
            Map.entry("N05AN01", LITHIUM),
            Map.entry("N06DA", ANTICHOLINESTERASE),
            Map.entry("N07AA", ANTICHOLINESTERASE),
            Map.entry("M03AB01", SUXAMETHONIUM),
            Map.entry("C10AA", STATIN),
            Map.entry("L01XA", PLATINUM),
            Map.entry("J01GB", ELECTROLYTE_LOSER),
            Map.entry("L04AD", ELECTROLYTE_LOSER),
            Map.entry("M05BA", ELECTROLYTE_LOSER),
            Map.entry("M05BX04", ELECTROLYTE_LOSER),
            Map.entry("N03AX11", TOPIRAMATE),
            Map.entry("N05AH02", CLOZAPINE),
            Map.entry("H03AA01", LEVOTHYROXINE),
            Map.entry("N07XX02", RILUZOLE));

    /** Creams, nasal sprays, inhalers, eye and ear drops: they act where they are put. */
    private static final List<String> LOCAL_ATC = List.of("D", "R01A", "R03BA", "S", "A01");

    private static final Map<DrugClass, String> RXNORM = Map.ofEntries(
            Map.entry(THIAZIDE, "5487 2409 5764 6916"),
            Map.entry(LOOP_DIURETIC, "4603"),
            Map.entry(POTASSIUM_SPARING, "9997"),
            Map.entry(PROTON_PUMP_INHIBITOR, "7646 40790 283742 17128 114979 816346"),
            Map.entry(CORTICOSTEROID, "8640 8638 6902 3264 5492"),
            Map.entry(SSRI, "4493 36437 2556 321988 32937"),
            Map.entry(SNRI_OR_OTHER_ANTIDEPRESSANT, "39786 72625 15996 42347"),
            Map.entry(TRICYCLIC, "704 7531"),
            Map.entry(STIMULANT, "6901 725 3288 700810 38400 1886"),
            Map.entry(BETA_AGONIST, "435 36117"),
            Map.entry(LITHIUM, "6448"),
            Map.entry(ANTICHOLINESTERASE, "135447 4637 183379 9000"),
            Map.entry(SUXAMETHONIUM, "10154"),
            Map.entry(STATIN, "83367 36567 42463 301542"),
            Map.entry(PLATINUM, "2555"),
            Map.entry(ELECTROLYTE_LOSER, "3008 42316 1596450"),
            Map.entry(TOPIRAMATE, "38404"),
            Map.entry(CLOZAPINE, "2626"),
            Map.entry(LEVOTHYROXINE, "10582"),
            Map.entry(METFORMIN, "6809"));

    private static final Map<String, DrugClass> BY_INGREDIENT = RXNORM.entrySet().stream()
            .flatMap(entry -> Stream.of(entry.getValue().split(" ")).map(code -> Map.entry(code, entry.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private DrugCodes() {}

    /** The classes of an ATC code, by the groups it begins with. */
    public static Set<DrugClass> findByAtc(String code) {
        return ATC.entrySet().stream()
                .filter(group -> code.startsWith(group.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The ATC groups of a class, by the beginning of their codes. */
    public static List<String> atcOf(DrugClass drug) {
        return of(drug, ATC);
    }

    /** The RxNorm ingredients of a class. */
    public static List<String> rxNormOf(DrugClass drug) {
        return of(drug, BY_INGREDIENT);
    }

    private static List<String> of(DrugClass drug, Map<String, DrugClass> codes) {
        return codes.entrySet().stream()
                .filter(entry -> entry.getValue() == drug)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The ATC groups of what acts only where it is put, by the beginning of their codes. */
    public static List<String> localAtc() {
        return LOCAL_ATC;
    }

    /** Whether the code is of a medicine that is put on skin, eye, ear or mucosa, or inhaled for its local effect. */
    public static boolean isLocal(String atc) {
        return LOCAL_ATC.stream().anyMatch(atc::startsWith);
    }

    /** The class of an RxNorm ingredient; products are known by the ingredient's name in their own. */
    public static Set<DrugClass> findByRxNorm(String code) {
        return Stream.ofNullable(BY_INGREDIENT.get(code)).collect(Collectors.toUnmodifiableSet());
    }
}
