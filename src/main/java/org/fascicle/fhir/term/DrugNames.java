package org.fascicle.fhir.term;

import static org.fascicle.clinical.chart.DrugClass.*;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fascicle.clinical.chart.DrugClass;
import org.fascicle.fhir.text.Mention;
import org.fascicle.fhir.text.Phrases;
import org.fascicle.fhir.text.Wording;

/**
 * Classes of medicine by generic name, as whole words in the name of a product. A product of several substances is of
 * several classes. General knowledge, for the substances of the groups in source D.6 and B.6.
 */
public final class DrugNames {
    private static final Map<DrugClass, Phrases> NAMES = Map.ofEntries(
            Map.entry(
                    THIAZIDE,
                    Phrases.list("hydrochlorothiazide,hctz,bendroflumethiazide,bendrofluazide,chlorothiazide"
                            + ",cyclopenthiazide,chlortalidone,chlorthalidone,indapamide,metolazone,xipamide,co amilozide"
                            + ",co tenidone")),
            Map.entry(
                    LOOP_DIURETIC,
                    Phrases.list("furosemide,frusemide,bumetanide,torasemide,torsemide,etacrynic acid,ethacrynic acid"
                            + ",co amilofruse")),
            Map.entry(
                    POTASSIUM_SPARING,
                    Phrases.list("spironolactone,eplerenone,finerenone,amiloride,triamterene,potassium canrenoate"
                            + ",co amilozide,co amilofruse")),
            Map.entry(
                    PROTON_PUMP_INHIBITOR,
                    Phrases.list("omeprazole,esomeprazole,pantoprazole,lansoprazole,dexlansoprazole,rabeprazole")),
            Map.entry(
                    CORTICOSTEROID,
                    Phrases.list("prednisone,prednisolone,methylprednisolone,dexamethasone,hydrocortisone,betamethasone"
                            + ",triamcinolone,cortisone,deflazacort")),
            Map.entry(
                    BETA_AGONIST,
                    Phrases.list("salbutamol,albuterol,levalbuterol,levosalbutamol,salmeterol,formoterol,arformoterol"
                            + ",terbutaline,bambuterol,indacaterol,vilanterol,olodaterol")),
            Map.entry(XANTHINE, Phrases.list("theophylline,aminophylline,doxofylline")),
            Map.entry(LITHIUM, Phrases.of("lithium")),
            Map.entry(
                    ELECTROLYTE_LOSER,
                    Phrases.list("gentamicin,tobramycin,amikacin,ciclosporin,cyclosporin,cyclosporine,tacrolimus"
                            + ",alendronic acid,alendronate,risedronate,risedronic acid,ibandronate,ibandronic acid"
                            + ",zoledronate,zoledronic acid,pamidronate,denosumab,amphotericin")),
            Map.entry(PLATINUM, Phrases.list("cisplatin,carboplatin,oxaliplatin")),
            Map.entry(SSRI, Phrases.list("fluoxetine,sertraline,citalopram,escitalopram,paroxetine,fluvoxamine")),
            Map.entry(
                    SNRI_OR_OTHER_ANTIDEPRESSANT,
                    Phrases.list(
                            "venlafaxine,desvenlafaxine,duloxetine,milnacipran,levomilnacipran,mirtazapine,bupropion"
                                    + ",trazodone,nefazodone,vortioxetine,vilazodone,reboxetine,agomelatine")),
            Map.entry(
                    TRICYCLIC,
                    Phrases.list("amitriptyline,nortriptyline,imipramine,clomipramine,desipramine,doxepin,dosulepin"
                            + ",dothiepin,lofepramine,trimipramine,protriptyline")),
            Map.entry(
                    OTHER_SEROTONERGIC,
                    Phrases.list("tramadol,linezolid,phenelzine,tranylcypromine,isocarboxazid,moclobemide")),
            Map.entry(
                    STIMULANT,
                    Phrases.list("methylphenidate,dexmethylphenidate,amphetamine,amfetamine,dextroamphetamine"
                            + ",dexamfetamine,dexamphetamine,lisdexamfetamine,lisdexamphetamine,methamphetamine"
                            + ",atomoxetine,modafinil,armodafinil,caffeine")),
            Map.entry(
                    DECONGESTANT,
                    Phrases.list("pseudoephedrine,phenylephrine,diphenhydramine,chlorphenamine,chlorpheniramine"
                            + ",brompheniramine,cetirizine,levocetirizine,loratadine,desloratadine,fexofenadine"
                            + ",promethazine,cyproheptadine,triprolidine,doxylamine,cyclizine,meclozine,meclizine")),
            Map.entry(
                    ANTICHOLINESTERASE,
                    Phrases.list("pyridostigmine,neostigmine,distigmine,ambenonium,physostigmine,donepezil,rivastigmine"
                            + ",galantamine")),
            Map.entry(SUXAMETHONIUM, Phrases.list("suxamethonium,succinylcholine")),
            Map.entry(
                    STATIN,
                    Phrases.list(
                            "atorvastatin,simvastatin,pravastatin,rosuvastatin,fluvastatin,lovastatin,pitavastatin")),
            Map.entry(TOPIRAMATE, Phrases.of("topiramate")),
            Map.entry(CLOZAPINE, Phrases.of("clozapine")),
            Map.entry(LEVOTHYROXINE, Phrases.of("levothyroxine", "thyroxine")),
            Map.entry(METFORMIN, Phrases.of("metformin")),
            Map.entry(DIGOXIN, Phrases.of("digoxin")),
            Map.entry(
                    ACE_INHIBITOR_OR_ARB,
                    Phrases.list("captopril,enalapril,lisinopril,perindopril,ramipril,quinapril,benazepril,cilazapril"
                            + ",fosinopril,trandolapril,moexipril,imidapril,zofenopril,spirapril,losartan,valsartan"
                            + ",candesartan,irbesartan,telmisartan,olmesartan,eprosartan,azilsartan")),
            Map.entry(
                    ANTICOAGULANT,
                    Phrases.list("warfarin,acenocoumarol,phenprocoumon,phenindione,apixaban,rivaroxaban,edoxaban"
                            + ",dabigatran,heparin,enoxaparin,dalteparin,tinzaparin,fondaparinux")),
            Map.entry(
                    CALCIUM_OR_VITAMIN_D,
                    Phrases.list("calcium carbonate,calcium citrate,calcium lactate,calcium gluconate,calcium phosphate"
                            + ",calcium supplement,calcium tablet,calcium tablets,vitamin d,vitamin d2,vitamin d3"
                            + ",colecalciferol,cholecalciferol,ergocalciferol,calcitriol,alfacalcidol,calcifediol")),
            Map.entry(RILUZOLE, Phrases.of("riluzole")));

    /** Put on skin, eye, ear or mucosa: next to nothing of it reaches the blood. */
    private static final Phrases LOCAL =
            Phrases.list("cream,ointment,topical,lotion,gel,foam,shampoo,scalp,cutaneous,skin"
                    + ",eye,ophthalmic,ear,otic,nasal,nose,intranasal,inhaler,inhalation,inhalant,inhaled,metered dose,actuat"
                    + ",nebuliser,nebulizer,nebulised,nebulized,spray,suppository,rectal,enema,mouthwash,eye drops,ear drops"
                    + ",apply,affected area,nostril,puff,puffs");

    private static final Phrases SYSTEMIC = Phrases.list("oral,tablet,tablets,capsule,capsules,injection,injectable"
            + ",intravenous,intramuscular,subcutaneous,infusion,by mouth,orally,swallow");

    /** Inhaled for its local effect, yet enough is taken up to shift potassium. */
    private static final Set<DrugClass> ALSO_INHALED = EnumSet.of(BETA_AGONIST);

    private static final Phrases NOT_A_MEDICINE = Phrases.list(
            "battery,batteries,lithium ion,lithium cell,lithium heparin,heparin lock,heparin flush,heparin tube");

    private DrugNames() {}

    /** The classes of every substance the name holds. */
    public static Set<DrugClass> find(Wording name) {
        if (name.has(NOT_A_MEDICINE)) {
            return Set.of();
        }
        return NAMES.entrySet().stream()
                .filter(entry -> isNamed(name, entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether name, form, route or directions say that it acts only where it is put. */
    public static boolean isLocal(Wording use) {
        return use.has(LOCAL) && !use.has(SYSTEMIC);
    }

    /** Whether the class matters although it is only put somewhere. */
    public static boolean isAlsoInhaled(DrugClass drug) {
        return ALSO_INHALED.contains(drug);
    }

    private static boolean isNamed(Wording medicine, Phrases names) {
        Mention mention = medicine.mentions(names);
        return mention == Mention.STATED || mention == Mention.DOUBTED;
    }
}
