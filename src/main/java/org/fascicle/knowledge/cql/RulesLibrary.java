package org.fascicle.knowledge.cql;

/** The findings, the rules, what they conclude, and what follows: pure logic over the answers and the chart. */
final class RulesLibrary {
    static final String NAME = "FasciculationRules";

    private RulesLibrary() {}

    static CqlLibrary of() {
        CqlSource source = Header.overFhir(NAME)
                .line(Header.include(LimitsLibrary.NAME, "Limits"))
                .line(Header.include(AnswersLibrary.NAME, "Answers"))
                .line(Header.include(ChartLibrary.NAME, "Chart"))
                .line(Header.include(LabsLibrary.NAME, "Labs"))
                .line("")
                .line("context Patient");
        FindingsToCql.write(source);
        TablesToCql.write(source);
        ConclusionsToCql.write(source);
        WorkupToCql.write(source);
        AdviceToCql.write(source);
        return Header.finished(NAME, "Fasciculation: the rules", source);
    }
}
