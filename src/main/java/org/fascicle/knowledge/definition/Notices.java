package org.fascicle.knowledge.definition;

/** The notices that the owners of the terminologies ask for. */
final class Notices {
    static final String OF_CODES =
            "This resource includes SNOMED Clinical Terms® (SNOMED CT®) which is used by permission of"
                    + " SNOMED International. All rights reserved. SNOMED CT® was originally created by the College of American"
                    + " Pathologists. This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief"
                    + " Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no"
                    + " cost under the license at http://loinc.org/license. LOINC® is a registered United States trademark of"
                    + " Regenstrief Institute, Inc. ATC codes: WHO Collaborating Centre for Drug Statistics Methodology. RxNorm: U.S."
                    + " National Library of Medicine.";

    private Notices() {}
}
