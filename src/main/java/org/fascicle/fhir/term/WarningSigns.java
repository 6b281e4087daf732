package org.fascicle.fhir.term;

import org.fascicle.fhir.text.Phrases;

/** The red flags of the interview as a problem list names them: swallowing, speech, breath, strength, muscle, eyes, tone. */
final class WarningSigns {
    private WarningSigns() {}

    static final Phrases NAMES = Phrases.list("dysphagia,swallowing difficulty,swallowing difficulties"
                    + ",difficulty swallowing,difficulty in swallowing,difficulties swallowing,trouble swallowing"
                    + ",swallowing problem,swallowing disorder,impaired swallowing"
                    + ",dysarthria,slurred speech,slurring of speech,speech slurred"
                    + ",dyspnoea,breathlessness,shortness of breath,short of breath,orthopnoea"
                    + ",muscle weakness,muscular weakness,limb weakness,arm weakness,leg weakness,hand weakness"
                    + ",foot weakness,proximal weakness,distal weakness,bulbar weakness,facial weakness"
                    + ",weakness of muscle,weakness of muscles,weakness of limb,weakness of limbs,weakness of arm"
                    + ",weakness of arms,weakness of leg,weakness of legs,weakness of hand,weakness of hands"
                    + ",weakness of foot,weakness of upper limb,weakness of lower limb,weakness in arm"
                    + ",weakness in leg,weakness in hand,paraparesis,hemiparesis,tetraparesis,quadriparesis"
                    + ",muscle atrophy,muscular atrophy,atrophy of muscle,atrophy of muscles,muscle wasting"
                    + ",muscular wasting,wasting of muscle,wasting of muscles,wasted muscle,wasted muscles,amyotrophy"
                    + ",foot drop,footdrop,drop foot,dropped foot,wrist drop"
                    + ",diplopia,double vision,ptosis of eyelid,eyelid ptosis,blepharoptosis,drooping eyelid"
                    + ",spasticity,hyperreflexia,gait ataxia,abnormal gait,gait abnormality,unsteady gait"
                    + ",unsteady when walking,recurrent falls,clumsiness,clumsy hand,clumsy hands"
                    + ",unexplained weight loss,numbness,paraesthesia,paraesthesiae")
            .except(
                    "spinal muscular atrophy",
                    "progressive muscular atrophy",
                    "bulbar muscular atrophy",
                    "spinobulbar muscular atrophy");
}
