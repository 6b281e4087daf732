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

    private static final String CONDUCTION_CODE = "29755-6";
    private static final Phrases CONDUCTION = Phrases.list(
            "nerve conduction,nerve conduction study" + ",nerve conduction studies,NCS,NCV,electroneurography");
    private static final Phrases NEEDLE = Phrases.list("electromyography,electromyogram,EMG,needle"
            + ",electrodiagnostic study,electrodiagnostic studies,electrodiagnosis,neurophysiology study"
            + ",neurophysiology studies");

    private StudyCodes() {}

    /** Of the nerves, and not of the muscles. */
    public static boolean isConductionCode(String system, String code) {
        return system.equals(Systems.LOINC) && code.equals(CONDUCTION_CODE);
    }

    public static boolean isConductionName(Wording name) {
        return name.has(CONDUCTION);
    }

    public static boolean isNeedleName(Wording name) {
        return name.has(NEEDLE);
    }

    public static boolean isCode(String system, String code) {
        return ActivityCodes.find(system, code).equals(Set.of(Activity.EMG));
    }

    public static boolean isName(Wording name) {
        return name.states(NAMES);
    }
}
