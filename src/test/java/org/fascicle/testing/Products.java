package org.fascicle.testing;

import java.util.Map;
import org.fascicle.clinical.chart.DrugClass;

/** A product of each class of medicine, by a name that charts use. */
final class Products {
    private static final Map<DrugClass, String> NAMES = Map.ofEntries(
            Map.entry(DrugClass.THIAZIDE, "Bendroflumethiazide 2.5 mg tablets"),
            Map.entry(DrugClass.LOOP_DIURETIC, "Furosemide 40 mg tablets"),
            Map.entry(DrugClass.POTASSIUM_SPARING, "Spironolactone 25 mg tablets"),
            Map.entry(DrugClass.PROTON_PUMP_INHIBITOR, "Omeprazole 20 mg capsules"),
            Map.entry(DrugClass.CORTICOSTEROID, "Prednisolone 5 mg tablets"),
            Map.entry(DrugClass.BETA_AGONIST, "Salbutamol 2 mg tablets"),
            Map.entry(DrugClass.XANTHINE, "Theophylline 200 mg tablets"),
            Map.entry(DrugClass.LITHIUM, "Lithium carbonate 400 mg tablets"),
            Map.entry(DrugClass.ELECTROLYTE_LOSER, "Ciclosporin 50 mg capsules"),
            Map.entry(DrugClass.PLATINUM, "Cisplatin infusion"),
            Map.entry(DrugClass.SSRI, "Sertraline 50 mg tablets"),
            Map.entry(DrugClass.SNRI_OR_OTHER_ANTIDEPRESSANT, "Venlafaxine 75 mg tablets"),
            Map.entry(DrugClass.TRICYCLIC, "Amitriptyline 10 mg tablets"),
            Map.entry(DrugClass.OTHER_SEROTONERGIC, "Tramadol 50 mg capsules"),
            Map.entry(DrugClass.STIMULANT, "Methylphenidate 10 mg tablets"),
            Map.entry(DrugClass.DECONGESTANT, "Pseudoephedrine 60 mg tablets"),
            Map.entry(DrugClass.ANTICHOLINESTERASE, "Pyridostigmine 60 mg tablets"),
            Map.entry(DrugClass.SUXAMETHONIUM, "Suxamethonium injection"),
            Map.entry(DrugClass.STATIN, "Atorvastatin 20 mg tablets"),
            Map.entry(DrugClass.TOPIRAMATE, "Topiramate 25 mg tablets"),
            Map.entry(DrugClass.CLOZAPINE, "Clozapine 25 mg tablets"),
            Map.entry(DrugClass.LEVOTHYROXINE, "Levothyroxine 50 microgram tablets"),
            Map.entry(DrugClass.METFORMIN, "Metformin 500 mg tablets"),
            Map.entry(DrugClass.DIGOXIN, "Digoxin 125 microgram tablets"),
            Map.entry(DrugClass.ACE_INHIBITOR_OR_ARB, "Ramipril 5 mg capsules"),
            Map.entry(DrugClass.ANTICOAGULANT, "Apixaban 5 mg tablets"),
            Map.entry(DrugClass.CALCIUM_OR_VITAMIN_D, "Colecalciferol 800 unit capsules"),
            Map.entry(DrugClass.RILUZOLE, "Riluzole 50 mg tablets"));

    private Products() {}

    static String of(DrugClass drug) {
        return NAMES.get(drug);
    }
}
