package org.fascicle.knowledge.words;

import static org.fascicle.clinical.rule.Source.*;

import java.util.EnumMap;
import java.util.Map;
import org.fascicle.clinical.rule.Source;

/** The register of sources: what each is, where it was read, and how much of it. */
final class SourcesToMarkdown {
    private static final String ABSTRACT = "the abstract";
    private static final Map<Source, String> READ_IN_PART = new EnumMap<>(Map.ofEntries(
            Map.entry(NG127_INV, "a summary"),
            Map.entry(NG127_CHILD, "the part on tics; the part on weakness of a child's limb was not found"),
            Map.entry(REDFLAG, "copies"),
            Map.entry(THINKALS, "the first pages; its list of features was not found"),
            Map.entry(GCC_PERF, ABSTRACT),
            Map.entry(TT13, "the abstract and one table; the sentence on people under 40 as others quote it"),
            Map.entry(BMJ22, "the key points"),
            Map.entry(BMJ14, "the vignette and the epidemiology"),
            Map.entry(BLEX93, "as others quote it"),
            Map.entry(FIL18, ABSTRACT),
            Map.entry(FIL17, ABSTRACT),
            Map.entry(MATT24, ABSTRACT),
            Map.entry(SINGH11, ABSTRACT),
            Map.entry(FASICS, ABSTRACT),
            Map.entry(BLACK19, ABSTRACT),
            Map.entry(LEITE14, "the abstract and the introduction"),
            Map.entry(CUNI, ABSTRACT),
            Map.entry(PNH, "a summary"),
            Map.entry(MMN, ABSTRACT),
            Map.entry(RCPATH_G158, "the cover; its numbers were not read"),
            Map.entry(MRI_LEEDS, "the part for in-patients"),
            Map.entry(PPI_REV, ABSTRACT),
            Map.entry(EYELID, ABSTRACT),
            Map.entry(EFSA, ABSTRACT)));

    private SourcesToMarkdown() {}

    static String write() {
        StringBuilder table = new StringBuilder("| id | source | read at | how much was read |\n|---|---|---|---|\n");
        for (Source source : Source.values()) {
            table.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            source.id(),
                            source.title(),
                            source.address().orElse("not recorded whole"),
                            READ_IN_PART.getOrDefault(source, "the part that is cited")));
        }
        return table.toString();
    }
}
