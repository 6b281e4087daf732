package org.fascicle.knowledge.cql;

/** What the chart's measurements show: laboratory results and blood pressure. */
final class LabsLibrary {
    static final String NAME = "FasciculationLabs";

    private LabsLibrary() {}

    static CqlLibrary of() {
        CqlSource source = Header.overFhir(NAME)
                .line(Header.include(LimitsLibrary.NAME, "Limits"))
                .line(Header.include(AnswersLibrary.NAME, "Answers"))
                .line(Header.include(ChartLibrary.NAME, "Chart"))
                .line("")
                .line("context Patient");
        LabTables.write(source);
        source.line(Template.of(NAME));
        LabFacts.write(source);
        return Header.finished(NAME, "Fasciculation: the laboratory results", source);
    }
}
