package org.fascicle.clinical.chart;

import java.util.Set;

/** What the chart tells of the past: medicines that were stopped, medicines that are new, tests already done. */
public enum Past implements ChartFact {
    PLATINUM("platinum chemotherapy, now or in the past"),
    CALCIUM_OR_VITAMIN_D_STOPPED("calcium or vitamin D stopped"),
    NEW_TRIGGER_MEDICINE("a medicine that can cause twitching, started within three months before the onset"),
    EMG_NORMAL("a normal EMG or nerve conduction study after the onset"),
    EMG_ABNORMAL("an abnormal EMG or nerve conduction study"),
    EMG_DENERVATION("an EMG with denervation or neurogenic change"),
    EMG_PENDING("an EMG or nerve conduction study awaited");

    private final String words;

    Past(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public Set<ChartPart> parts() {
        return switch (this) {
            case PLATINUM, CALCIUM_OR_VITAMIN_D_STOPPED, NEW_TRIGGER_MEDICINE -> Set.of(ChartPart.MEDICINES);
            case EMG_NORMAL, EMG_ABNORMAL, EMG_DENERVATION, EMG_PENDING ->
                Set.of(ChartPart.REPORTS, ChartPart.PROCEDURES, ChartPart.RESULTS);
        };
    }
}
