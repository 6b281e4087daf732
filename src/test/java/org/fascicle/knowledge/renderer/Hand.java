package org.fascicle.knowledge.renderer;

import com.microsoft.playwright.Page;
import org.fascicle.knowledge.Examples;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Type;

/** How a person gives one answer in a renderer: what to click, what to type. */
interface Hand {

    /** The answer that comes after so many others to the same question. */
    void answer(Page page, String linkId, Type value, int after);

    /** An answer as it is shown to choose, or as it is written. */
    static String words(String linkId, Type value) {
        return value instanceof Coding coding ? Examples.words(linkId, coding.getCode()) : value.primitiveValue();
    }
}
