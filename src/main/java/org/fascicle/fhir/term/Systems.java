package org.fascicle.fhir.term;

/** Addresses of code systems, profiles and identifier systems. */
public final class Systems {
    private Systems() {}

    /** The base of all our canonicals: a stable identifier, not a web address. */
    public static final String BASE = "https://fascicle.example/fhir";

    public static final String QUESTIONNAIRE = BASE + "/Questionnaire/fasciculation-history";

    public static final String ANSWER = BASE + "/CodeSystem/fasciculation-answer";
    public static final String FINDING = BASE + "/CodeSystem/fasciculation-finding";
    public static final String OUTCOME = BASE + "/CodeSystem/fasciculation-outcome";
    public static final String CONCERN = BASE + "/CodeSystem/fasciculation-concern";
    public static final String URGENCY = BASE + "/CodeSystem/fasciculation-urgency";
    public static final String RULE = BASE + "/CodeSystem/fasciculation-rule";
    public static final String RULE_SET = BASE + "/CodeSystem/fasciculation-rule-set";
    public static final String OVERRIDE_REASON = BASE + "/CodeSystem/fasciculation-override-reason";
    public static final String ORDER_SET = BASE + "/CodeSystem/fasciculation-order-set";

    public static final String URGENCY_EXTENSION = BASE + "/StructureDefinition/urgency";
    public static final String CORE_ITEM_EXTENSION = BASE + "/StructureDefinition/core-item";
    public static final String PREFILLED_FROM_EXTENSION = BASE + "/StructureDefinition/prefilled-from";
    public static final String RISK_PROFILE = BASE + "/StructureDefinition/fasciculation-risk-assessment";
    public static final String REQUEST_PROFILE = BASE + "/StructureDefinition/fasciculation-service-request";
    public static final String RESULT_PROFILE = BASE + "/StructureDefinition/fasciculation-result";

    /** Names one proposal for good: the response's id, then what is proposed. */
    public static final String PROPOSAL_IDENTIFIER = BASE + "/identifier/proposal";

    public static final String LOINC = "http://loinc.org";
    public static final String SNOMED = "http://snomed.info/sct";
    public static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    public static final String ATC = "http://www.whocc.no/atc";
    public static final String UCUM = "http://unitsofmeasure.org";
    public static final String RISK_PROBABILITY = "http://terminology.hl7.org/CodeSystem/risk-probability";
    public static final String INTERPRETATION = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";
}
