package org.fascicle.fhir.chart;

import java.util.Comparator;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.fhir.term.ProblemCodes;
import org.fascicle.fhir.term.ProblemNames;
import org.fascicle.fhir.term.Systems;
import org.fascicle.fhir.text.Mention;

/** How the codes and names of an entry speak of a problem. Its own words go before a code: "?ALS" stays a question. */
record ProblemName(Concept code) {

    Mention mention(Problem problem) {
        Mention own =
                code.ownWords().map(text -> ProblemNames.mention(problem, text)).orElse(Mention.NONE);
        if (own == Mention.DENIED || own == Mention.DOUBTED) {
            return own;
        }
        return isCoded(problem) ? Mention.STATED : strongest(problem);
    }

    private Mention strongest(Problem problem) {
        return code.wordings().stream()
                .map(text -> ProblemNames.mention(problem, text))
                .max(Comparator.naturalOrder())
                .orElse(Mention.NONE);
    }

    private boolean isCoded(Problem problem) {
        return code.codes(Systems.SNOMED)
                .anyMatch(snomed ->
                        ProblemCodes.find(snomed).filter(problem::equals).isPresent());
    }
}
