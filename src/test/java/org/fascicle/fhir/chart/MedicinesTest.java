package org.fascicle.fhir.chart;

import static org.fascicle.clinical.chart.DrugClass.*;
import static org.fascicle.fhir.chart.Given.coded;
import static org.fascicle.fhir.chart.Given.on;
import static org.fascicle.fhir.chart.Given.prescription;
import static org.fascicle.fhir.chart.Given.read;
import static org.fascicle.fhir.chart.Given.why;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.fascicle.clinical.chart.DrugClass;
import org.fascicle.clinical.chart.Medicine;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MedicinesTest {

    /** Source D.6 and C.8.28. */
    @ParameterizedTest
    @CsvSource({
        "C03AA03,THIAZIDE",
        "C03BA04,THIAZIDE",
        "C03BA11,THIAZIDE",
        "C03CA01,LOOP_DIURETIC",
        "C03DA01,POTASSIUM_SPARING",
        "A02BC01,PROTON_PUMP_INHIBITOR",
        "H02AB06,CORTICOSTEROID",
        "N06AB03,SSRI",
        "N06AX16,SNRI_OR_OTHER_ANTIDEPRESSANT",
        "N06AA09,TRICYCLIC",
        "N06AF03,OTHER_SEROTONERGIC",
        "N06AG02,OTHER_SEROTONERGIC",
        "N02AX02,OTHER_SEROTONERGIC",
        "J01XX08,OTHER_SEROTONERGIC",
        "N06BA04,STIMULANT",
        "N06BC01,STIMULANT",
        "R01BA02,DECONGESTANT",
        "R06AE07,DECONGESTANT",
        "R03AC02,BETA_AGONIST",
        "R03CC02,BETA_AGONIST",
        "R03DA04,XANTHINE",
        "N05AN01,LITHIUM",
        "N06DA02,ANTICHOLINESTERASE",
        "N07AA02,ANTICHOLINESTERASE",
        "M03AB01,SUXAMETHONIUM",
        "C10AA05,STATIN",
        "L01XA01,PLATINUM",
        "J01GB03,ELECTROLYTE_LOSER",
        "L04AD02,ELECTROLYTE_LOSER",
        "M05BA04,ELECTROLYTE_LOSER",
        "M05BX04,ELECTROLYTE_LOSER",
        "N03AX11,TOPIRAMATE",
        "N05AH02,CLOZAPINE",
        "H03AA01,LEVOTHYROXINE",
        "N07XX02,RILUZOLE"
    })
    void aMedicineIsKnownByItsAtcGroup(String code, DrugClass drug) {
        assertEquals(Set.of(drug), classes(prescription(coded("http://www.whocc.no/atc", code))));
    }

    @ParameterizedTest
    @CsvSource({
        "5487,THIAZIDE",
        "4603,LOOP_DIURETIC",
        "9997,POTASSIUM_SPARING",
        "7646,PROTON_PUMP_INHIBITOR",
        "8640,CORTICOSTEROID",
        "4493,SSRI",
        "39786,SNRI_OR_OTHER_ANTIDEPRESSANT",
        "704,TRICYCLIC",
        "6901,STIMULANT",
        "435,BETA_AGONIST",
        "6448,LITHIUM",
        "135447,ANTICHOLINESTERASE",
        "10154,SUXAMETHONIUM",
        "83367,STATIN",
        "2555,PLATINUM",
        "42316,ELECTROLYTE_LOSER",
        "38404,TOPIRAMATE",
        "2626,CLOZAPINE",
        "10582,LEVOTHYROXINE",
        "6809,METFORMIN"
    })
    void aMedicineIsKnownByItsRxNormIngredient(String code, DrugClass drug) {
        assertEquals(Set.of(drug), classes(prescription(coded("http://www.nlm.nih.gov/research/umls/rxnorm", code))));
    }

    /** RxNorm 4492 is fluorouracil, often mistaken for fluoxetine. */
    @Test
    void fluorouracilIsNotFluoxetine() {
        MedicationRequest request = prescription(coded("http://www.nlm.nih.gov/research/umls/rxnorm", "4492"));
        assertEquals(List.of(), read(request).medicines());
        assertEquals(List.of("a medicine given by a code only, and the code is not known"), why(request));
    }

    @ParameterizedTest
    @CsvSource({
        "Hydrochlorothiazide 25 MG Oral Tablet,THIAZIDE",
        "FUROSEMIDE 40mg tablets,LOOP_DIURETIC",
        "Omeprazole 20 MG Delayed Release Oral Capsule,PROTON_PUMP_INHIBITOR",
        "predniSONE 5 MG Oral Tablet,CORTICOSTEROID",
        "hydrocortisone 10 mg tablet,CORTICOSTEROID",
        "Sertraline,SSRI",
        "Lithium carbonate 400 mg modified-release,LITHIUM",
        "NDA020503 200 ACTUAT Albuterol 0.09 MG/ACTUAT Metered Dose Inhaler,BETA_AGONIST",
        "Salbutamol 100micrograms/dose inhaler,BETA_AGONIST",
        "Pyridostigmine bromide 60 mg,ANTICHOLINESTERASE",
        "Rivastigmine transdermal patch,ANTICHOLINESTERASE",
        "Ramipril 5 mg,ACE_INHIBITOR_OR_ARB",
        "Candesartan,ACE_INHIBITOR_OR_ARB",
        "Warfarin,ANTICOAGULANT",
        "Apixaban 5 MG,ANTICOAGULANT",
        "Digoxin 125 micrograms,DIGOXIN",
        "Calcium carbonate 1.25 g chewable tablets,CALCIUM_OR_VITAMIN_D",
        "Colecalciferol 800 units,CALCIUM_OR_VITAMIN_D",
        "Vitamin D3 1000 IU,CALCIUM_OR_VITAMIN_D",
        "Atorvastatin calcium 20 mg,STATIN",
        "24 HR metformin hydrochloride 500 MG Extended Release Oral Tablet,METFORMIN",
        "Oxaliplatin,PLATINUM"
    })
    void aMedicineIsKnownByItsGenericName(String text, DrugClass drug) {
        assertEquals(Set.of(drug), classes(prescription(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lithium battery for hearing aid",
                "Sodium chloride 0.9% infusion",
                "Potassium chloride",
                "Hydrocortisone 1% cream",
                "hydrocortisone 10 MG/ML Topical Lotion",
                "Prednisolone 1% eye drops",
                "Triamcinolone nasal spray",
                "Tacrolimus 0.1% ointment",
                "Gentamicin 0.3% ear drops",
                "120 ACTUAT fluticasone propionate 0.044 MG/ACTUAT Metered Dose Inhaler",
                "Paracetamol",
                "Digoxinum-like plant extract",
                "Lithium heparin tube",
                "not taking warfarin"
            })
    void whatOnlySoundsAlikeOrIsOnlyPutOnIsNot(String text) {
        assertEquals(List.of(), read(prescription(text)).medicines());
        assertEquals(List.of(), why(prescription(text)));
    }

    @Test
    void theRouteTellsThatItIsOnlyPutOn() {
        MedicationRequest request = prescription("Hydrocortisone 1%");
        assertEquals(Set.of(CORTICOSTEROID), classes(request));
        request.addDosageInstruction().setRoute(new CodeableConcept().setText("Topical route"));
        assertEquals(List.of(), read(request).medicines());
        MedicationRequest byCode =
                prescription(coded("http://www.whocc.no/atc", "D07AA02").setText("hydrocortisone"));
        assertEquals(List.of(), read(byCode).medicines());
    }

    @Test
    void aProductOfSeveralSubstancesIsOfSeveralClasses() {
        assertEquals(
                Set.of(ACE_INHIBITOR_OR_ARB, THIAZIDE),
                classes(prescription("Hydrochlorothiazide 12.5 MG / Lisinopril 10 MG Oral Tablet")));
        assertEquals(Set.of(LOOP_DIURETIC, POTASSIUM_SPARING), classes(prescription("Co-amilofruse 5mg/40mg tablets")));
    }

    @Test
    void aContainedMedicationIsReadWithItsIngredients() {
        MedicationRequest request = prescription("");
        Medication product = new Medication();
        product.setId("#med");
        product.addIngredient().setItem(new CodeableConcept().setText("lisinopril"));
        product.addIngredient().setItem(coded("http://www.nlm.nih.gov/research/umls/rxnorm", "5487"));
        product.addIngredient()
                .setItem(new CodeableConcept().setText("sertraline"))
                .setIsActive(false);
        request.addContained(product);
        request.setMedication(new Reference("#med"));
        assertEquals(Set.of(ACE_INHIBITOR_OR_ARB, THIAZIDE), classes(request));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Medication/lith", "Medication/lith/_history/4", "https://ehr.example/fhir/Medication/lith"})
    void aMedicationElsewhereInTheChartIsFound(String reference) {
        Medication lithium = new Medication();
        lithium.setId("Medication/lith");
        lithium.setCode(new CodeableConcept().setText("Lithium carbonate"));
        MedicationRequest request = prescription("");
        request.setMedication(new Reference(reference));
        assertEquals(Set.of(LITHIUM), classes(request, lithium));
    }

    @Test
    void aMedicationThatIsNotInTheChartIsKnownByItsDisplay() {
        MedicationRequest request = prescription("");
        request.setMedication(new Reference("Medication/gone").setDisplay("Furosemide 40 mg"));
        assertEquals(Set.of(LOOP_DIURETIC), classes(request));
        request.setMedication(new Reference("Medication/gone"));
        assertEquals(List.of("a medicine without a name"), why(request));
    }

    @Test
    void aMedicineCarriesItsNameItsReferenceAndWhenItWasBegun() {
        Medicine medicine = read(prescription("Sertraline 50 mg")).medicines().get(0);
        assertEquals("Sertraline 50 mg", medicine.name());
        assertEquals("MedicationRequest/m1", medicine.entry().reference());
        assertEquals(on("2026-10-01"), medicine.entry().date());
        assertTrue(medicine.isActive());
        assertFalse(medicine.toString().contains("Sertraline"));
    }

    private static Set<DrugClass> classes(org.hl7.fhir.r4.model.Resource... chart) {
        List<Medicine> medicines = read(chart).medicines();
        assertEquals(1, medicines.size());
        return medicines.get(0).classes();
    }
}
