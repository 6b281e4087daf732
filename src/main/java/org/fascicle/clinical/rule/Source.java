package org.fascicle.clinical.rule;

import java.util.Optional;

/**
 * What the rules rest on outside the seed articles: guidance, cohorts, laboratory limits. Facts were taken in our own
 * words; how much of each was read stands in the clinical-content page.
 */
public enum Source {
    NG127_INV(
            "NG127-INV", "NICE NG127, suspected neurological conditions: tics and involuntary movements in adults", ""),
    NG127_WEAK(
            "NG127-WEAK",
            "NICE NG127: limb or facial weakness in adults",
            "nursing-notebook.com/en-gb/simplepage.cfm?ID=x20190519193725527126"),
    NG127_SPEECH(
            "NG127-SPEECH",
            "NICE NG127: speech, swallowing and language problems in adults",
            "primarycarenotebook.com/simplepage.cfm?ID=x20190521115344553900"),
    NG127_SENS("NG127-SENS", "NICE NG127: sensory symptoms in adults", ""),
    NG127_CHILD("NG127-CHILD", "NICE NG127: tics and involuntary movements in children", ""),
    NG127_URG(
            "NG127-URG",
            "NICE NG127: meaning of immediate and urgent referral",
            "prescriber.co.uk/news/nice-publishes-guideline-on-recognising-neurological-conditions"),
    NG42(
            "NG42",
            "NICE NG42: motor neurone disease",
            "medscape.co.uk/viewarticle/motor-neurone-disease-assessment-and-management-2022a10019b7"),
    HWE(
            "HWE",
            "Herts & West Essex ICB suspected-MND pathway",
            "hweclinicalguidance.nhs.uk/clinical-pathways/motor-neurone-disease-mnd"),
    REDFLAG(
            "REDFLAG",
            "MND Association/RCGP Red Flag tool 'Painless, progressive weakness – could this be MND?'",
            "studyres.com/doc/23254069"),
    MNDGP(
            "MNDGP",
            "MND guide for GPs (Guidelines.co.uk summary)",
            "guidelines.co.uk/neurology-/mnda-motor-neurone-disease-guideline/252569.article"),
    THINKALS(
            "THINKALS",
            "ALS Association/ALS Network thinkALS tool",
            "alsnetwork.org/understanding-als/symptoms-and-diagnosis/think-als"),
    GCC(
            "GCC",
            "Gold Coast criteria box (Turner, Pract Neurol 2022)",
            "pn.bmj.com/content/early/2022/02/23/practneurol-2021-003256"),
    GCC_PERF("GCC-PERF", "Ferullo 2024, Gold Coast real-world", "pmc.ncbi.nlm.nih.gov/articles/PMC11592046"),
    AWAJI("AWAJI", "Awaji vs El Escorial summary", "link.springer.com/10.1186/s40035-021-00253-2"),
    TT13(
            "TT13",
            "Turner & Talbot, 'Mimics and chameleons in MND', Pract Neurol 2013;13:153",
            "pn.bmj.com/content/13/3/153"),
    BMJ22(
            "BMJ22",
            "Mahoney et al., Assessment of suspected MND, BMJ 2022;379:e073857",
            "bmj.com/content/379/bmj-2022-073857"),
    BMJ14("BMJ14", "Nageshwaran et al., MND 'Easily missed?', BMJ 2014;349:g4052", "bmj.com/content/349/bmj.g4052"),
    NHS("NHS", "NHS 'Twitching eyes and muscles' (last reviewed 30/10/2023)", ""),
    BLEX93("BLEX93", "Blexrud, Windebank, Daube 1993 (Mayo, 121 patients)", ""),
    FIL18("FIL18", "Filippakis et al., Muscle Nerve 2018;58:852", "pubmed.ncbi.nlm.nih.gov/30028521"),
    FIL17(
            "FIL17",
            "Filippakis et al., AAN abstract S45.007 (34 patients)",
            "n.neurology.org/content/88/16_Supplement/S45.007"),
    MATT24(
            "MATT24",
            "Mattiuzzi & Lippi, BFS systematic review (180 patients)",
            "discovery.researcher.life/article/4d150045bf413db0b2901711686de24f"),
    SINGH11(
            "SINGH11",
            "Singh et al., 'Fasciculations and cramps: how benign? four cases progressing to ALS', J Neurol 2011;258:573",
            ""),
    FASICS(
            "FASICS",
            "Simon & Kiernan, J Neurol 2013;260:1743 (20 clinicians); Kiernan Pract Neurol 2020;20:433",
            "medluna.com/article/23400500"),
    BLACK19("BLACK19", "Blackman et al., Psychosomatics 2019;60:499", "pt.scribd.com/document/416902839"),
    LEITE14("LEITE14", "Leite et al., Neurol Int 2014;6:5208", "pmc.ncbi.nlm.nih.gov/articles/PMC4192433"),
    GPN_AET(
            "GPN-AET",
            "GPnotebook aetiology of fasciculation",
            "pharmacy-notebook.com/en-gb/simplepage.cfm?ID=-939130874"),
    CUNI(
            "CUNI",
            "Charles University review abstract (causes of fasciculations)",
            "explorer.cuni.cz/publication/613643"),
    MSD_ALS("MSD-ALS", "MSD Manual, ALS and other MNDs (labs, EMG, MRI)", ""),
    MSD_ISA("MSD-ISA", "MSD Manual, Isaacs syndrome", ""),
    PNH(
            "PNH",
            "MedLink, Peripheral nerve hyperexcitability syndromes",
            "medlink.com/articles/peripheral-nerve-hyperexcitability-syndromes"),
    MMN("MMN", "MMN mistaken for ALS (US Neurology 2018;14:102)", "touchneurology.com/?p=2858"),
    BNSSG_MG(
            "BNSSG-MG",
            "NHS BNSSG Remedy: hypomagnesaemia",
            "remedy.bnssg.icb.nhs.uk/adults/biochemistry/hypomagnesaemia"),
    DORSET_MG("DORSET-MG", "Dorset CCG hypomagnesaemia in primary care (MHRA PPI advice)", "docslib.org/doc/7936408"),
    SFE_CA(
            "SFE-CA",
            "Society for Endocrinology, acute hypocalcaemia 2016",
            "ec.bioscientifica.com/view/journals/ec/5/5/G7.xml"),
    K_PC("K-PC", "hypokalaemia, UK primary-care notes (two independent)", ""),
    CKS_NA("CKS-NA", "NICE CKS hyponatraemia summary; BNSSG; Acute GP Cornwall", ""),
    UKKA_K("UKKA-K", "UK Kidney Association hyperkalaemia (summary)", ""),
    SWLP(
            "SWLP",
            "South West London Pathology telephoned limits (primary care)",
            "swlpath.nhs.uk/gp/results/grossly-abnormal-results"),
    HEFT("HEFT", "Heart of England pathology phone limits", "heftpathology.com/Clinical-Advice/Protocols"),
    HOM("HOM", "Homerton critical limits (set 'in accordance with Royal College of Pathology guidelines')", ""),
    CLR(
            "CLR",
            "Table of critical limits (mean ± SD across US labs)",
            "content.yudu.com/web/1gmmj/0A1gmn1/CLR2023-2024"),
    RCPATH_G158(
            "RCPATH-G158",
            "RCPath 'communication of critical and unexpected pathology results' Oct 2017",
            "scribd.com/document/733650899"),
    RI("RI", "Adult reference intervals by country (table 3)", "pmc.ncbi.nlm.nih.gov/articles/PMC4975217"),
    RI_PREG("RI-PREG", "Pregnancy reference ranges", "oxfordindex.oup.com/view/10.1093/oi/authority.20110803095506792"),
    MRI_LEEDS("MRI-LEEDS", "Leeds minimum re-test intervals", ""),
    MRI_JCP("MRI-JCP", "JCP table 3 common minimum retest intervals", "jcp.bmj.com/highwire/markup/168827"),
    EMC_PYR("EMC-PYR", "Pyridostigmine SmPC", "medicines.org.uk/emc/product/14797/smpc"),
    EMC_SALB("EMC-SALB", "Salbutamol nebules SmPC", "medicines.org.uk/emc/product/10257/smpc"),
    RELIS("RELIS", "Norwegian RELIS: sertraline and involuntary muscle contractions", ""),
    PPI_REV("PPI-REV", "PPI-induced hypomagnesaemia systematic review", "pmc.ncbi.nlm.nih.gov/articles/PMC4434191"),
    EYELID("EYELID", "Eyelid myokymia review 2019", "doaj.org/article/12599cd79f6b44bba2d3a880f4da1eea"),
    EFSA("EFSA", "EFSA Scientific Opinion on caffeine 2015", "efsa.europa.eu/fr/efsajournal/pub/4102"),
    AASM(
            "AASM",
            "AASM/SRS adult sleep duration",
            "aasm.org/advocacy/position-statements/adult-sleep-duration-health-advisory"),
    RACGP_SMA("RACGP-SMA", "RACGP: paediatric motor weakness/delay – suspect SMA", ""),
    AANEM("AANEM", "AANEM EMG/NCS bleeding risk; position statement on risks", ""),
    UTG("UTG", "HL7 Terminology (THO) source", "");

    private final String id;
    private final String title;
    private final String address;

    Source(String id, String title, String address) {
        this.id = id;
        this.title = title;
        this.address = address;
    }

    /** The short id by which rules cite it. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** Where it was read, without a scheme; empty where the address is not known whole. */
    public Optional<String> address() {
        return address.isEmpty() ? Optional.empty() : Optional.of(address);
    }
}
