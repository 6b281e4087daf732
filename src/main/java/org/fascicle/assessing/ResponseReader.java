package org.fascicle.assessing;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Issue;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.response.AnswersFromFhir;
import org.fascicle.fhir.response.Authored;
import org.fascicle.fhir.response.Digest;
import org.fascicle.fhir.response.ResponseValidator;
import org.fascicle.fhir.result.Header;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/** Reads a response that is worth judging; what is wrong with it is a fault that lists every issue. */
public final class ResponseReader {
    private final ResponseValidator validator;
    private final AnswersFromFhir answers;

    public ResponseReader(Interviews interviews) {
        validator = new ResponseValidator(interviews);
        answers = new AnswersFromFhir(interviews);
    }

    public Given read(QuestionnaireResponse response) {
        List<Issue> issues = validator.validate(response);
        if (!issues.isEmpty()) {
            throw new Fault(Kind.INVALID, "The response does not fit its Questionnaire", issues);
        }
        Optional<OffsetDateTime> authored = Authored.of(response);
        return new Given(header(response), authored, answers.read(response));
    }

    private static Header header(QuestionnaireResponse response) {
        boolean amended = response.getStatus() == QuestionnaireResponseStatus.AMENDED;
        Optional<String> encounter = Optional.ofNullable(response.getEncounter().getReference());
        Optional<String> id = Optional.ofNullable(response.getIdElement().getIdPart());
        String key = id.orElseGet(() -> Digest.of(response));
        return new Header(key, id.map(own -> reference(response)), amended, subject(response), encounter);
    }

    private static String subject(QuestionnaireResponse response) {
        return response.getSubject().getReference();
    }

    private static String reference(QuestionnaireResponse response) {
        String version = response.getMeta().getVersionId();
        String unversioned = "QuestionnaireResponse/" + response.getIdElement().getIdPart();
        return version == null ? unversioned : unversioned + "/_history/" + version;
    }
}
