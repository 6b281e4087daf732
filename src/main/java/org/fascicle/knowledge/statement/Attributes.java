package org.fascicle.knowledge.statement;

import java.util.List;
import org.fascicle.clinical.rule.Tables;

/**
 * What must be known of this decision support before it is used: intended use, limits, legal status, and the source
 * attributes that 45 CFR 170.315(b)(11) asks of an evidence-based intervention. Written once, here.
 */
public final class Attributes {
    /** When the rules were last revised. */
    public static final String REVISED = "2026-11-22";

    public static final String INTENDED_USE =
            "Helps a clinician who sees a person with muscle twitching (fasciculation): it structures the history, reads"
                    + " the chart, states by published rules how soon to act and why, and proposes blood tests, EMG or"
                    + " referral, each for the clinician to accept or decline.";

    public static final String INTENDED_USER =
            "Health professionals who can review the reasons for themselves. A patient may fill in the interview; the"
                    + " result is for the clinician.";

    public static final String POPULATION =
            "People who report muscle twitching. Under 16 it never calls twitching benign and never proposes self-care;"
                    + " with motor neuron disease already diagnosed it states no new neuromuscular risk.";

    public static final List<String> NOT_FOR = List.of(
            "Emergencies in front of you: when breathing or swallowing fails, act, and do not use this tool.",
            "Screening of people without symptoms.",
            "Making or excluding a diagnosis, or as the only basis of a decision.",
            "Reading EMG signals, images or other patterns: it takes reports, never waveforms.",
            "Orders without a clinician: nothing it proposes is ordered until somebody accepts it.");

    public static final List<String> LIMITS = List.of(
            "It is not a validated screening instrument. No prospective validation of this rule set exists, so it never"
                    + " gives a probability.",
            "It knows the answers it was given and the chart it may read; what is missing stays unknown, is named, and"
                    + " never counts as absent.",
            "Some rules rest on general medical knowledge or on policy and not on a source that was read; they are"
                    + " marked as such wherever they are shown, and wait for a clinician's signature.",
            "Some sources were read as summaries. The register below names what was read.",
            "Thresholds and windows can be set by the hospital within bounds; the values in force are below.");

    public static final List<String> LEGAL_STATUS = List.of(
            "It is neither CE nor UKCA marked, and no authority has cleared it as a medical device; whether it is one"
                    + " where you work must be settled before use.",
            "It needs a local clinical safety review before any use with patients (in England, DCB0129 for the maker and"
                    + " DCB0160 for the organisation that uses it).",
            "In the United States its rules for emergencies and for the same day are time-critical and may fall outside"
                    + " the exemption for non-device decision support (section 520(o)(1)(E)); take advice before use.");

    /** The thirteen source attributes, in the order of the regulation. */
    public static final List<Attribute> SOURCE_ATTRIBUTES = List.of(
            new Attribute("Bibliographic citation", "The sources below; every rule names its own by id."),
            new Attribute("Developer", "The maintainers of Fascicle, an open-source project (Apache-2.0)."),
            new Attribute("Funding source", "None declared."),
            new Attribute(
                    "Release and revision dates",
                    "Not yet released. Rules " + Tables.VERSION + ", last revised " + REVISED + "."),
            new Attribute("Use of race", "Not used."),
            new Attribute("Use of ethnicity", "Not used."),
            new Attribute("Use of language", "Not used by any rule."),
            new Attribute("Use of sexual orientation", "Not used."),
            new Attribute("Use of gender identity", "Not used."),
            new Attribute("Use of sex", "Used: the upper limit of creatine kinase, and what is asked about pregnancy."),
            new Attribute(
                    "Use of date of birth", "Used as age: children, adults, and the ages among the limits below."),
            new Attribute(
                    "Use of social determinants of health",
                    "Used only as the interview asks: contact with toxic substances, alcohol, and work in health care."),
            new Attribute(
                    "Use of health status assessments",
                    "Used: the answers of the interview on symptoms, function in daily life, sleep and worry."));

    private Attributes() {}
}
