package org.fascicle;

import java.time.Clock;
import java.util.Locale;
import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.Judge;
import org.fascicle.assessing.Populating;
import org.fascicle.assessing.ResponseReader;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.result.ResultToFhir;
import org.fascicle.fhir.result.Wording;
import org.fascicle.knowledge.definition.KnowledgeInForce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every door knows: one for all of them, so that it is read once; and read when first needed, so that none waits. */
record Expertise(Limits limits, Definitions definitions, Interviews interviews) {
    private static final Logger LOG = LoggerFactory.getLogger(Expertise.class);

    static Expertise under(Limits limits) {
        Definitions definitions = KnowledgeInForce.in(Definitions.published(), limits);
        return new Expertise(limits, definitions, new Interviews(definitions));
    }

    /** Reads in the background what the first visitor would wait for. */
    void read() {
        Thread reading = new Thread(
                () -> LOG.debug(
                        "{} versions of the interview are read",
                        interviews.newestFirst().size()),
                "reading");
        reading.setDaemon(true);
        reading.start();
    }

    Assessing assessing(Clock clock) {
        return new Assessing(
                new ResponseReader(interviews),
                new Judge(limits),
                new ResultToFhir(new Wording(interviews::newestFirst, Locale.ENGLISH)),
                clock);
    }

    Populating populating(Clock clock) {
        return new Populating(interviews, limits, clock);
    }
}
