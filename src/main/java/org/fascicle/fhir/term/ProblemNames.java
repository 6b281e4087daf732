package org.fascicle.fhir.term;

import static org.fascicle.clinical.chart.Problem.*;

import java.util.Map;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.fhir.text.Mention;
import org.fascicle.fhir.text.Phrases;
import org.fascicle.fhir.text.Wording;

/** Problems by name, for those without a verified code and for charts that give words only. Whole words. */
public final class ProblemNames {
    private static final Map<Problem, Phrases> NAMES = Map.ofEntries(
            Map.entry(
                    MOTOR_NEURON_DISEASE,
                    Phrases.list("motor neuron disease,motor neurone disease,amyotrophic lateral sclerosis,ALS,MND"
                            + ",progressive muscular atrophy,progressive bulbar palsy,primary lateral sclerosis"
                            + ",lou gehrigs disease,lou gehrig disease")),
            Map.entry(
                    OTHER_NEUROMUSCULAR_DISEASE,
                    Phrases.list("spinal and bulbar muscular atrophy,spinobulbar muscular atrophy,kennedys disease"
                            + ",kennedy disease,spinal muscular atrophy,multifocal motor neuropathy,isaacs syndrome"
                            + ",neuromyotonia,morvan syndrome,morvans syndrome,post polio syndrome,postpolio syndrome"
                            + ",myasthenia gravis,myasthenia,lambert eaton,inclusion body myositis,polymyositis"
                            + ",dermatomyositis,muscular dystrophy,myotonic dystrophy")),
            Map.entry(MULTIPLE_SCLEROSIS, Phrases.of("multiple sclerosis")),
            Map.entry(
                    NEUROPATHY,
                    Phrases.list("neuropathy,polyneuropathy,neuropathies,polyneuropathies,mononeuritis multiplex"
                                    + ",guillain barre syndrome")
                            .except("optic neuropathy", "multifocal motor neuropathy", "auditory neuropathy")),
            Map.entry(
                    KIDNEY_DISEASE,
                    Phrases.list(
                                    "chronic kidney disease,CKD,chronic renal disease,chronic renal failure"
                                            + ",chronic kidney failure,chronic renal insufficiency,chronic renal impairment,renal failure"
                                            + ",kidney failure,kidney disease,renal disease,disorder of kidney,renal impairment"
                                            + ",renal insufficiency,diabetic nephropathy,diabetic kidney disease,diabetic renal disease"
                                            + ",end stage renal disease,end stage kidney disease,end stage renal failure,ESRD,ESKD,ESRF")
                            .except(
                                    "acute renal failure",
                                    "acute kidney failure",
                                    "acute renal insufficiency",
                                    "acute kidney disease")),
            Map.entry(
                    KIDNEY_FAILURE,
                    Phrases.list(
                            "end stage renal disease,end stage kidney disease,end stage renal failure,ESRD,ESKD,ESRF"
                                    + ",dialysis,haemodialysis")),
            Map.entry(
                    DIABETES,
                    Phrases.of("diabetes", "diabetic", "diabetes mellitus", "T1DM", "T2DM")
                            .except("diabetes insipidus", "pre diabetes", "non diabetic")),
            Map.entry(
                    THYROID_DISEASE,
                    Phrases.list("hyperthyroidism,hypothyroidism,thyrotoxicosis,graves disease,hashimotos thyroiditis"
                            + ",hashimoto thyroiditis,thyroiditis,goitre,goiter,myxoedema,thyroid disease,thyroid disorder"
                            + ",disorder of thyroid,disease of thyroid,thyroid nodule,underactive thyroid"
                            + ",overactive thyroid")),
            Map.entry(
                    PARATHYROID_DISEASE,
                    Phrases.list("hyperparathyroidism,hypoparathyroidism,pseudohypoparathyroidism,parathyroid adenoma"
                            + ",parathyroid disease,parathyroid disorder,disorder of parathyroid")),
            Map.entry(
                    NECK_SURGERY,
                    Phrases.list("thyroidectomy,hemithyroidectomy,parathyroidectomy,thyroid lobectomy,thyroid surgery"
                            + ",parathyroid surgery,excision of thyroid,excision of parathyroid,neck dissection"
                            + ",neck surgery,surgery of neck,operation on neck,laryngectomy")),
            Map.entry(
                    GUT_SURGERY,
                    Phrases.list(
                            "bariatric surgery,gastric bypass,roux en y,sleeve gastrectomy,gastrectomy,gastric band"
                                    + ",gastric banding,biliopancreatic diversion,duodenal switch,bowel resection,bowel surgery"
                                    + ",intestinal resection,resection of bowel,resection of intestine,small bowel resection"
                                    + ",ileal resection,colectomy,hemicolectomy,proctocolectomy,ileostomy,short bowel syndrome"
                                    + ",short gut syndrome")),
            Map.entry(
                    EATING_DISORDER,
                    Phrases.list("eating disorder,anorexia nervosa,bulimia nervosa,bulimia,malnutrition,malnourished"
                            + ",undernutrition")),
            Map.entry(
                    ELECTROLYTE_DISORDER,
                    Phrases.list("hypokalaemia,hypomagnesaemia,hypocalcaemia,hyponatraemia,low potassium,low magnesium"
                            + ",low calcium,low sodium,potassium deficiency,magnesium deficiency,calcium deficiency")),
            Map.entry(
                    ALCOHOL_EXCESS,
                    Phrases.list("alcoholism,chronic alcoholism,alcohol dependence,alcohol dependence syndrome"
                            + ",alcohol dependent,alcohol use disorder,alcohol abuse,alcohol misuse,alcohol excess"
                            + ",harmful use of alcohol,harmful alcohol use,problem drinking,heavy drinker,unhealthy alcohol drinking behavior"
                            + ",alcohol withdrawal,alcoholic liver disease,alcoholic cirrhosis,alcoholic hepatitis")),
            Map.entry(
                    CANCER,
                    Phrases.list("cancer,carcinoma,adenocarcinoma,malignant neoplasm,malignant tumour,malignant tumor"
                            + ",malignancy,lymphoma,leukaemia,melanoma,sarcoma,myeloma,metastasis,metastases,metastatic"
                            + ",neoplasm malignant,glioblastoma,mesothelioma")),
            Map.entry(
                    SPINE_DISEASE,
                    Phrases.list("cervical spondylosis,spondylosis,spondylotic myelopathy,cervical myelopathy"
                            + ",radiculopathy,herniated disc,disc herniation,prolapsed disc,disc prolapse"
                            + ",prolapsed intervertebral disc,intervertebral disc prolapse,degenerative disc disease"
                            + ",intervertebral disc disorder,intervertebral disc disease,spinal stenosis,sciatica"
                            + ",spondylolisthesis")),
            Map.entry(
                    BENIGN_FASCICULATION,
                    Phrases.list("benign fasciculation syndrome,benign fasciculation,benign fasciculations,BFS"
                            + ",benign muscle fasciculation")),
            Map.entry(FASCICULATION, Phrases.list("fasciculation,fasciculations,muscle twitching,muscle twitch")),
            Map.entry(WARNING_SIGN, WarningSigns.NAMES),
            Map.entry(
                    PREGNANCY,
                    Phrases.list("pregnant,pregnancy,normal pregnancy,intrauterine pregnancy,gravid,antenatal care")
                            .except("ectopic pregnancy", "molar pregnancy", "unwanted pregnancy", "false pregnancy")));

    /** A pregnancy that has ended, or is only spoken of. */
    private static final Phrases OVER = Phrases.list("postpartum,post partum,puerperium,puerperal,delivered,miscarriage"
            + ",abortion,termination of pregnancy,terminated pregnancy,pregnancy loss,after pregnancy,contraception"
            + ",pregnancy counselling,pregnancy counseling,pregnancy prevention,infertility");

    private ProblemNames() {}

    /**
     * How a name speaks of a problem: stated, past, doubted, denied, or not at all. Advanced kidney disease has no name of
     * its own; it is known by its stage.
     */
    public static Mention mention(Problem problem, Wording name) {
        if (!NAMES.containsKey(problem) || problem == PREGNANCY && name.has(OVER)) {
            return Mention.NONE;
        }
        return name.mentions(NAMES.get(problem));
    }
}
