package org.fascicle.fhir.result;

import static org.fascicle.fhir.result.Parameter.parameter;

import org.fascicle.clinical.chart.ChartFact;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.risk.OpenFact;
import org.fascicle.fhir.json.Element;
import org.fascicle.fhir.json.Types;
import org.fascicle.fhir.term.AnalyteCodes;
import org.fascicle.fhir.term.ChartFactCodes;
import org.fascicle.fhir.term.Systems;

/** What is not known, in words and by the name it has on the form, in the laboratory or in the chart. */
record OpenFactToFhir(Wording wording) {

    /** @param name that of the part it is written as */
    Element part(String name, OpenFact open) {
        if (open instanceof OpenFact.Question question) {
            return part(name, wording.question(question.item()))
                    .add("part", Parameter.text("linkId", question.item().linkId()));
        } else if (open instanceof OpenFact.Result result) {
            return part(name, result.analyte().words()).add("part", code(result.analyte()));
        } else if (open instanceof OpenFact.Listed listed) {
            return part(name, listed.fact().words()).add("part", code(listed.fact()));
        }
        return part(name, ((OpenFact.Number) open).measure().words());
    }

    private static Element part(String name, String words) {
        return parameter(name).add("part", Parameter.text("words", words));
    }

    private static Element code(Analyte analyte) {
        return coding(Systems.LOINC, AnalyteCodes.of(analyte).get(0));
    }

    /** Nothing for what the chart tells in other ways than by a code. */
    private static Element code(ChartFact fact) {
        return ChartFactCodes.all().contains(fact)
                ? coding(ChartFactCodes.SYSTEM, ChartFactCodes.of(fact))
                : Element.element();
    }

    private static Element coding(String system, String code) {
        return parameter("code").set("valueCoding", Types.coding(system, code, ""));
    }
}
