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
 * abnormality, an abnormality before a "normal"; what is only possible is abnormal; what is hedged settles nothing,
 * nor does normal conduction without the needle.
 */
final class StudyFindings {
    private static final Phrases DENERVATION =
            Phrases.list("denervation,denervated,denervating,neurogenic,fibrillation potentials,fibrillation potential"
                    + ",fibrillations,fibs,positive sharp waves,positive sharp wave,psw,psws,reinnervation,reinnervative"
                    + ",anterior horn cell,anterior horn cells");

    /** Named as what was found, not as what was asked. */
    private static final Phrases MOTOR_NEURON_DISEASE =
            Phrases.list("motor neuron disease,motor neurone disease,amyotrophic lateral sclerosis,ALS,MND");

    private static final Phrases ABNORMAL =
            Phrases.list("abnormal,abnormality,abnormalities,not normal,not entirely normal,not within normal limits"
                    + ",neuropathy,polyneuropathy,mononeuropathy,radiculopathy,plexopathy,neuronopathy,myopathy"
                    + ",myopathic,axonal loss,axonopathy,demyelinating,demyelination,conduction block,slowed,slowing"
                    + ",prolonged,reduced amplitude,reduced amplitudes,low amplitude,low amplitudes"
                    + ",decreased amplitude,carpal tunnel syndrome,entrapment,decrement,decremental,absent responses"
                    + ",neuromyotonic discharges,myokymic discharges,complex repetitive discharges,neuropathic,axon loss"
                    + ",reduced recruitment,decreased recruitment,reduced interference,giant motor units,giant units"
                    + ",giant motor unit potentials,large motor units,large motor unit potentials,large polyphasic"
                    + ",increased polyphasia,high amplitude,long duration,remodelled,remodeled,increased jitter"
                    + ",increased spontaneous activity,reduced CMAP,reduced CMAPS,low CMAP,low CMAPS"
                    + ",lower motor neuron changes,lower motor neuron loss,lower motor neuron involvement"
                    + ",lower motor neuron dysfunction,lower motor neuron disease");

    private static final Phrases NORMAL = Phrases.list("normal,unremarkable,WNL,no abnormality,no abnormalities"
            + ",no electrophysiological abnormality,no evidence of abnormality");

    /** Normal conduction is the rule in motor neuron disease: only the needle, or the study as a whole, can be normal. */
    private static final Phrases CONDUCTION =
            Phrases.list("conduction,NCS,NCV,sensory,SNAP,SNAPs,CMAP,CMAPs,motor responses"
                    + ",F wave,F waves,F responses,latency,latencies,velocity,velocities");

    private static final Phrases NEEDLE = Phrases.list(
            "EMG,electromyography,electromyogram,needle,motor unit,motor units,recruitment,insertional activity");

    private static final Pattern SENTENCE_END = Pattern.compile("[.;!]\\s+|[\n\r]+");

    private static final Pattern HEDGED = Pattern.compile(
            "\\b(?:otherwise|except|apart from|incomplete|not (?:performed|done|tolerated)|limited|borderline|inconclusive"
                    + "|equivocal|technically|near|nearly|essentially|almost|largely|mostly) ?",
            Pattern.CASE_INSENSITIVE);

    private StudyFindings() {}

    /** Empty when the words settle nothing. */
    static Optional<Outcome> read(List<String> texts, boolean isOfConductionOnly) {
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
                SENTENCE_END.splitAsStream(text).anyMatch(sentence -> isAllNormal(sentence, isOfConductionOnly))
                        && !HEDGED.matcher(text).find();
        return isNormal ? Optional.of(Outcome.NORMAL) : Optional.empty();
    }

    /** Says "normal" of more than the conduction alone (C.6: EMG and NCS). */
    private static boolean isAllNormal(String sentence, boolean isOfConductionOnly) {
        Wording words = Wording.of(sentence);
        boolean isConductionOnly = (isOfConductionOnly || words.has(CONDUCTION)) && !words.has(NEEDLE);
        return isSaid(words.mentions(NORMAL)) && !isConductionOnly;
    }

    private static boolean isDoubted(Mention mention) {
        return mention == Mention.DOUBTED;
    }

    /** "Not normal" is an abnormality of its own; any other denial belongs to what stands before it. */
    private static boolean isSaid(Mention normal) {
        return normal == Mention.STATED || normal == Mention.DENIED;
    }
}
