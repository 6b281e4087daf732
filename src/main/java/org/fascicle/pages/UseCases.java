package org.fascicle.pages;

import java.util.List;
import java.util.function.Function;
import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.OrderTerms;
import org.fascicle.assessing.Populating;
import org.fascicle.cdshooks.feedback.Remembered;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.smart.Launch;

/**
 * What the pages rest on: the interviews, of which the newest is asked, the use cases, and what an accepted proposal becomes here.
 *
 * @param cards what clinicians said to the cards about the patient of a launch, the oldest first
 */
public record UseCases(
        Interviews interviews,
        Populating populating,
        Assessing assessing,
        OrderTerms orderTerms,
        Function<Launch, List<Remembered>> cards) {}
