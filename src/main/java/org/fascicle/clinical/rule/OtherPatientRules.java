package org.fascicle.clinical.rule;

import static org.fascicle.clinical.finding.Item.*;
import static org.fascicle.clinical.rule.Background.*;
import static org.fascicle.clinical.rule.Concern.*;
import static org.fascicle.clinical.rule.Course.*;
import static org.fascicle.clinical.rule.Criteria.*;
import static org.fascicle.clinical.rule.Findings.*;
import static org.fascicle.clinical.rule.Rule.neuromuscular;
import static org.fascicle.clinical.rule.Source.*;
import static org.fascicle.clinical.rule.Urgency.*;

import java.util.List;
import org.fascicle.clinical.Measure;
import org.fascicle.clinical.chart.Past;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.limit.Limit;

/** C.6 and M-0: answers that are missing, motor neuron disease already diagnosed, and children. */
final class OtherPatientRules {
    private OtherPatientRules() {}

    /** The seven whose "unsure" is as good as no answer (C.8.12); the rest of M-0 is every core item left open. */
    private static final Criterion UNSURE_OF_SEVEN = any(is(RF_WASTING, "unsure"), is(RF_FINEMOTOR, "unsure"));

    private static final Criterion CORE_MISSING = any(any(coreUnanswered()), UNSURE_OF_SEVEN);

    /** M-0: for everyone but those already diagnosed. */
    static final List<Rule> MISSING = List.of(
            neuromuscular("M-0.missing")
                    .when(CORE_MISSING)
                    .means(INDETERMINATE)
                    .within(ROUTINE)
                    .because("core questions are not answered, so the risk cannot be determined")
                    .so("complete the questions, and examine")
                    .policy(),
            neuromuscular("M-0.soon")
                    .when(all(CORE_MISSING, any(PERSISTENT, OLDER)))
                    .means(INDETERMINATE)
                    .within(SOON)
                    .because("core questions are not answered, and the twitching lasts or the patient is 40 or over")
                    .so("complete the questions, and examine within 4 weeks")
                    .policy());

    /** When no rule holds at all: never self-care (C.8.14). */
    static final List<Rule> NOTHING_HELD = List.of(neuromuscular("M-0.none")
            .when(all())
            .means(INDETERMINATE)
            .within(ROUTINE)
            .because("no rule describes this picture")
            .so("examine")
            .policy());

    static final List<Rule> DIAGNOSED = List.of(
            neuromuscular("K-1")
                    .when(all())
                    .within(ROUTINE)
                    .because("motor neuron disease is already diagnosed")
                    .so("continue with the motor neuron disease team")
                    .policy()
                    .seeds("003-22 004-10"),
            neuromuscular("K-1.bulbar")
                    .when(any(BULBAR, RESP))
                    .within(URGENT)
                    .because("a change of speech, swallowing or breathing in known motor neuron disease")
                    .so("respiratory and swallowing review by the motor neuron disease team within 2 weeks")
                    .from(NG42));

    /** C.8.7, C.8.19 and B.8 hold at every age. */
    private static final Criterion DISEASE_SHOWN = any(
            KNOWN_NEUROMUSCULAR,
            all(KNOWN_NEUROPATHY, AMBER),
            above(Measure.CREATINE_KINASE_MULTIPLE, Limit.CK_TIMES_UPPER));

    static final List<Rule> CHILDREN = List.of(
            neuromuscular("P-1.grave")
                    .when(any(TONGUE, is(RF_TONE, "floppy"), is(EX_TONE, "flaccid")))
                    .means(HIGH)
                    .within(URGENT)
                    .because("a twitching tongue or floppiness in a child under 16")
                    .so("immediate paediatric assessment (E-13)")
                    .from(RACGP_SMA),
            neuromuscular("P-1")
                    .when(any(
                            RED_FLAG, WEAK_ANY, yes(FH_MND), FACIAL, charted(Past.EMG_ABNORMAL, Past.EMG_DENERVATION)))
                    .means(MODERATE)
                    .within(URGENT)
                    .because("a warning sign in a child under 16")
                    .so("paediatric assessment within 2 weeks")
                    .policy(),
            neuromuscular("P-1.known")
                    .when(DISEASE_SHOWN)
                    .means(MODERATE)
                    .within(SOON)
                    .because(
                            "a nerve or muscle disease already diagnosed, or creatine kinase above five times the upper"
                                    + " limit, in a child under 16")
                    .so("paediatric assessment within 4 weeks, with the treating neurology team where there is one")
                    .from(RI, TT13)
                    .policy(),
            neuromuscular("P-2")
                    .when(all(notShown(RED_FLAG), notShown(WEAK_ANY), notShown(DISEASE_SHOWN)))
                    .means(INDETERMINATE)
                    .within(ROUTINE)
                    .because("under 16: the adult rules do not apply, and no benign pathway is offered")
                    .so("paediatric assessment; parents watch for weakness, falls, or trouble speaking, swallowing or"
                            + " breathing")
                    .from(NG127_CHILD)
                    .policy());

    private static List<Criterion> coreUnanswered() {
        return Item.core().stream().map(Criteria::unanswered).toList();
    }
}
