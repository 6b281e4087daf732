package org.fascicle.sandbox.sheet;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.DocumentReference;

/**
 * A document in a chart.
 *
 * @param text what it says, when it is plain text and in the chart; empty otherwise
 */
public record Letter(String id, String title, Optional<LocalDate> day, String author, String text) {

    static Letter of(DocumentReference document) {
        Attachment attachment = document.getContentFirstRep().getAttachment();
        return new Letter(
                document.getIdElement().getIdPart(),
                title(document, attachment),
                Optional.ofNullable(document.getDate())
                        .flatMap(date -> Optional.of(document.getDateElement().getValueAsString()))
                        .map(written -> LocalDate.parse(written.substring(0, 10))),
                Text.or(document.getAuthorFirstRep().getDisplay()),
                text(attachment));
    }

    private static String title(DocumentReference document, Attachment attachment) {
        if (attachment.hasTitle()) {
            return attachment.getTitle();
        }
        return document.hasDescription() ? document.getDescription() : Text.of(document.getType());
    }

    private static String text(Attachment attachment) {
        boolean isPlain = Text.or(attachment.getContentType()).startsWith("text/plain");
        return isPlain && attachment.hasData() ? new String(attachment.getData(), StandardCharsets.UTF_8) : "";
    }

    @Override
    public String toString() {
        return "Letter[]";
    }
}
