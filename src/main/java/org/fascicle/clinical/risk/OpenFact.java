package org.fascicle.clinical.risk;

import java.util.Optional;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.Measure;
import org.fascicle.clinical.Patient;
import org.fascicle.clinical.chart.ChartFact;
import org.fascicle.clinical.finding.Form;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.rule.Criterion;

/** What is not known in a case, as what one would do to know it: ask, examine, measure or look it up. */
public sealed interface OpenFact {

    /** A question of the interview that is open, or the one that would open it. */
    record Question(Item item) implements OpenFact {}

    /** A result that is missing or too old to act on. */
    record Result(Analyte analyte) implements OpenFact {}

    /** A number that is neither asked nor a laboratory's. */
    record Number(Measure measure) implements OpenFact {}

    /** What no chart was there to list. */
    record Listed(ChartFact fact) implements OpenFact {}

    /** Empty for what rules concluded themselves, and for what is beside the point in this patient. */
    static Optional<OpenFact> of(Criterion.Leaf leaf, CaseFile file) {
        if (leaf instanceof Criterion.Answered answered) {
            return question(answered.item(), file);
        } else if (leaf instanceof Criterion.Unanswered open) {
            return question(open.item(), file);
        } else if (leaf instanceof Criterion.InBand inBand) {
            return Optional.of(new Result(inBand.analyte()));
        } else if (leaf instanceof Criterion.Compared compared) {
            return number(compared.measure(), file);
        } else if (leaf instanceof Criterion.Positive positive) {
            return number(positive.measure(), file);
        } else if (leaf instanceof Criterion.Charted charted) {
            return Optional.of(new Listed(charted.fact()));
        }
        return Optional.empty();
    }

    /** A question that another one opens is not on the form yet: the one that opens it is asked. */
    private static Optional<OpenFact> question(Item item, CaseFile file) {
        Optional<Form.Opening> opening = item.form().opening();
        if (opening.isPresent() && file.answers().isOpen(item) != Presence.PRESENT) {
            return question(opening.get().item(), file);
        }
        boolean isBesideThePoint = item == Item.PT_PREGNANT && file.patient().sex() == Patient.Sex.MALE;
        return isBesideThePoint ? Optional.empty() : Optional.of(new Question(item));
    }

    private static Optional<OpenFact> number(Measure measure, CaseFile file) {
        return switch (measure) {
            case DAYS_SINCE_ONSET -> question(Item.SX_ONSET, file);
            case CAFFEINE -> question(Item.TRIG_CAFFEINE, file);
            case SLEEP -> question(Item.TRIG_SLEEP, file);
            case ALCOHOL -> question(Item.TRIG_ALCOHOL, file);
            case CONCERN -> question(Item.HX_CONCERN, file);
            case PREGNANCY_WEEKS -> question(Item.PT_PREGNANT_WEEKS, file);
            case SODIUM -> Optional.of(new Result(Analyte.SODIUM));
            case POTASSIUM -> Optional.of(new Result(Analyte.POTASSIUM));
            case CALCIUM -> Optional.of(new Result(Analyte.CALCIUM));
            case CREATINE_KINASE, CREATINE_KINASE_MULTIPLE -> Optional.of(new Result(Analyte.CREATINE_KINASE));
            case EGFR -> Optional.of(new Result(Analyte.EGFR));
            case AGE, SYSTOLIC, DIASTOLIC -> Optional.of(new Number(measure));
        };
    }
}
