package org.fascicle.assessing;

import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.extract.Extracted;
import org.fascicle.fhir.extract.FindingsToFhir;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/** The use case of taking coded findings out of a response. Nothing is written; whoever asked may post what comes. */
public final class Extracting {
    private final ResponseReader reader;
    private final FindingsToFhir composer;

    public Extracting(Interviews interviews, Definitions definitions) {
        reader = new ResponseReader(interviews);
        composer = new FindingsToFhir(definitions);
    }

    /** From a stored response. */
    public Extracted extract(Chart chart, String responseId) {
        return extract(chart.read(new Key("QuestionnaireResponse", responseId)).as(QuestionnaireResponse.class));
    }

    /** @throws Fault when it does not fit its Questionnaire, or was entered in error */
    public Extracted extract(QuestionnaireResponse response) {
        if (response.getStatus() == QuestionnaireResponseStatus.ENTEREDINERROR) {
            throw new Fault(Kind.INVALID, "Nothing is taken out of a response that is `entered-in-error`");
        }
        Given given = reader.read(response);
        return composer.compose(response, given.header().key(), given.answers());
    }
}
