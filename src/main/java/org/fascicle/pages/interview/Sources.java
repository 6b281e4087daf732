package org.fascicle.pages.interview;

import java.time.LocalDate;
import java.util.List;
import org.fascicle.fhir.interview.Question;
import org.fascicle.fhir.term.Systems;
import org.fascicle.look.Words;
import org.fascicle.pages.interview.QuestionView.SourceView;
import org.fascicle.pages.visit.Translated;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** Where the answers of a draft come from, for those that are still what the chart says. */
record Sources(QuestionnaireResponse draft) {

    List<SourceView> of(Question question, List<Type> values, Words words) {
        return ResponseFromEntry.items(draft.getItem())
                .filter(item -> item.getLinkId().equals(question.linkId()))
                .flatMap(item -> item.getAnswer().stream())
                .filter(answer -> values.stream().anyMatch(value -> isSame(answer, value)))
                .flatMap(answer -> answer.getExtensionsByUrl(Systems.PREFILLED_FROM_EXTENSION).stream())
                .map(extension -> view(extension, words))
                .toList();
    }

    private static boolean isSame(QuestionnaireResponseItemAnswerComponent answer, Type value) {
        if (answer.getValue() instanceof Coding coding && value instanceof Coding other) {
            return coding.getCode().equals(other.getCode());
        }
        return answer.hasValue() && answer.getValue().equalsShallow(value);
    }

    private static SourceView view(Extension extension, Words words) {
        Extension source = extension.getExtensionByUrl("source");
        Extension date = extension.getExtensionByUrl("date");
        Reference reference = source != null && source.getValue() instanceof Reference found ? found : new Reference();
        String day =
                date == null ? "" : words.day(LocalDate.parse(date.getValue().primitiveValue()));
        return new SourceView(
                reference.hasDisplay() ? Translated.in(words.locale()).of(reference.getDisplay()) : "",
                day,
                reference.hasReference() ? reference.getReference() : "");
    }
}
