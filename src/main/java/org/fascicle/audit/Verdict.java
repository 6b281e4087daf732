package org.fascicle.audit;

import java.util.Optional;

/**
 * What a check of the chain found.
 *
 * @param whole how many lines from the first on are as they were written
 * @param head the link of the last of these; compare it with one that was kept elsewhere
 * @param firstGap the number of the first line that is missing or was changed
 */
public record Verdict(long whole, String head, Optional<Long> firstGap) {
    public boolean isWhole() {
        return firstGap.isEmpty();
    }
}
