package org.fascicle.knowledge.cql;

/** What the chart lists: problems, medicines, studies, results, orders. By code only; see the template's first words. */
final class ChartLibrary {
    static final String NAME = "FasciculationChart";
    private static final String INTRODUCTION = """
            // The chart is read by code alone. A server that reads names too may know more of the same chart; what it reads
            // from words it can pass on with the codes of our own CodeSystem, fasciculation-chart-fact. When "ChartRead" is
            // false there is no chart: what one would list is then unknown, not absent. The same holds for the parts of it
            // named in "Withheld": PROBLEMS, MEDICINES, PROCEDURES, REPORTS, RESULTS.""";

    private ChartLibrary() {}

    static CqlLibrary of() {
        CqlSource source = Header.overFhir(NAME)
                .line(Header.include(LimitsLibrary.NAME, "Limits"))
                .line(Header.include(AnswersLibrary.NAME, "Answers"))
                .line("")
                .line("parameter \"ChartRead\" Boolean default true")
                .line("parameter \"Withheld\" List<String> default List<String> {}")
                .line("")
                .line("context Patient")
                .line("")
                .line(INTRODUCTION);
        ChartCodes.write(source);
        source.line(Template.of(NAME));
        ChartFacts.write(source);
        OrderFacts.write(source);
        return Header.finished(NAME, "Fasciculation: the chart", source);
    }
}
