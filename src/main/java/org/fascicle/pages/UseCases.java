package org.fascicle.pages;

import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.OrderTerms;
import org.fascicle.assessing.Populating;
import org.fascicle.fhir.interview.Interview;

/** What the pages rest on: the interview that is asked, the use cases, and what an accepted proposal becomes here. */
public record UseCases(Interview interview, Populating populating, Assessing assessing, OrderTerms orderTerms) {}
