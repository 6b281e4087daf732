package org.fascicle.fhir.term;

import java.util.Set;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.fhir.text.Phrases;
import org.fascicle.fhir.text.Wording;

/** How a chart names an EMG or a nerve conduction study (source D.2, D.4). */
public final class StudyCodes {
    private static final Phrases NAMES = Phrases.list("electromyography,electromyogram,EMG,nerve conduction"
            + ",nerve conduction study,nerve conduction studies,NCS,NCV,electroneurography,electrodiagnostic study"
            + ",electrodiagnostic studies,electrodiagnosis,neurophysiology study,neurophysiology studies");

    private StudyCodes() {}

    public static boolean isCode(String system, String code) {
        return ActivityCodes.find(system, code).equals(Set.of(Activity.EMG));
    }

    public static boolean isName(Wording name) {
        return name.states(NAMES);
    }
}
