package org.fascicle.fhir.chart;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fascicle.clinical.chart.Electrodiagnosis.Outcome;
import org.fascicle.fhir.text.Mention;
import org.fascicle.fhir.text.Phrases;
import org.fascicle.fhir.text.Wording;

/**
 * What the words of an EMG or nerve conduction report say. The worse reading wins: denervation before any other
 * abnormality, an abnormality before a "normal"; what is only possible is abnormal; what is hedged settles nothing.
 */
final class StudyFindings {
    private static final Phrases DENERVATION =
            Phrases.list("denervation,denervated,denervating,neurogenic,fibrillation potentials,fibrillation potential"
                    + ",fibrillations,positive sharp waves,positive sharp wave,PSW,PSWS,reinnervation");

    /** Named as what was found, not as what was asked. */
    private static final Phrases MOTOR_NEURON_DISEASE =
            Phrases.list("motor neuron disease,motor neurone disease,amyotrophic lateral sclerosis,ALS,MND");

    private static final Phrases ABNORMAL =
            Phrases.list("abnormal,abnormality,abnormalities,not normal,not entirely normal,not within normal limits"
                    + ",neuropathy,polyneuropathy,mononeuropathy,radiculopathy,plexopathy,neuronopathy,myopathy"
                    + ",myopathic,axonal loss,axonopathy,demyelinating,demyelination,conduction block,slowed,slowing"
                    + ",prolonged,reduced amplitude,reduced amplitudes,low amplitude,low amplitudes"
                    + ",decreased amplitude,carpal tunnel syndrome,entrapment,decrement,decremental,absent responses"
                    + ",neuromyotonic discharges,myokymic discharges");

    private static final Phrases NORMAL = Phrases.list("normal,unremarkable,WNL,no abnormality,no abnormalities"
            + ",no electrophysiological abnormality,no evidence of abnormality");

    private static final Pattern HEDGED = Pattern.compile(
            "\\b(?:otherwise|except|apart from|incomplete|not (?:performed|done|tolerated)|limited|borderline|inconclusive"
                    + "|equivocal|technically|near|nearly|essentially|almost|largely|mostly) ?",
            Pattern.CASE_INSENSITIVE);

    private StudyFindings() {}

    /** Empty when the words settle nothing. */
    static Optional<Outcome> read(List<String> texts) {
        String text = String.join("\n", texts);
        Wording words = Wording.of(text);
        Mention denervation = words.mentions(DENERVATION);
        if (denervation == Mention.STATED || words.states(MOTOR_NEURON_DISEASE)) {
            return Optional.of(Outcome.DENERVATION);
        }
        if (isDoubted(denervation) || words.states(ABNORMAL) || isDoubted(words.mentions(ABNORMAL))) {
            return Optional.of(Outcome.ABNORMAL);
        }
        boolean isNormal =
                isSaid(words.mentions(NORMAL)) && !HEDGED.matcher(text).find();
        return isNormal ? Optional.of(Outcome.NORMAL) : Optional.empty();
    }

    private static boolean isDoubted(Mention mention) {
        return mention == Mention.DOUBTED;
    }

    /** "Not normal" is an abnormality of its own; any other denial belongs to what stands before it. */
    private static boolean isSaid(Mention normal) {
        return normal == Mention.STATED || normal == Mention.DENIED;
    }
}
