package org.fascicle.cli;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fascicle.assessing.Assessing;
import org.fascicle.fault.Fault;

/**
 * The work on an export in a process that has other libraries, such as a worker of a cluster. The program is loaded apart
 * there, so what goes in and comes out is of types of the JDK only, and is a pair: what it is, and its text.
 */
public final class Outpost {
    private static final String REFUSED = "REFUSED";
    private static final String ASSESSED = "ASSESSED";

    private final LineAssessor assessor;

    public Outpost(Assessing assessing) {
        assessor = new LineAssessor(assessing);
    }

    /**
     * Where a line belongs.
     *
     * @param written the number of the line, its file and the line itself, with a tab between them
     * @param isAmongResponses whether the file is one of responses
     * @return {@code PATIENT} or {@code MEDICATIONS} with the id, {@code NOWHERE}, or {@code REFUSED} with place and reason
     */
    public List<String> sort(String written, Boolean isAmongResponses) {
        try {
            ExportLine line = ExportLine.reread(written);
            Belonging belonging = Belonging.of(line, isAmongResponses);
            return List.of(belonging.name(), belonging == Belonging.MEDICATIONS ? line.medication() : line.patient());
        } catch (Fault fault) {
            String[] columns = written.split("\t", 3);
            Line line = new Line(columns[1], Long.parseLong(columns[0]), columns[2]);
            return List.of(REFUSED, Outcome.refused(line, fault.getMessage()).refusal());
        }
    }

    /**
     * Judges what an export holds of one patient.
     *
     * @param written all lines that belong to the patient, as for {@link #sort}
     * @param medications the Medications that may be referred to, by id, written alike
     * @return for each response {@code ASSESSED} with the result, or {@code REFUSED} with place and reason
     */
    public List<List<String>> assess(Collection<String> written, Map<String, String> medications) {
        List<ExportLine> lines = written.stream().map(ExportLine::reread).toList();
        return Dossier.of(
                        lines,
                        id -> Stream.ofNullable(medications.get(id))
                                .map(ExportLine::reread)
                                .map(ExportLine::json))
                .lines()
                .map(assessor::assess)
                .map(outcome ->
                        outcome.isAssessed() ? List.of(ASSESSED, outcome.text()) : List.of(REFUSED, outcome.refusal()))
                .toList();
    }
}
