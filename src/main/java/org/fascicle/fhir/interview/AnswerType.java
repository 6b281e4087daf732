package org.fascicle.fhir.interview;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What an answer looks like, and within which bounds it can be right. */
public sealed interface AnswerType {

    /** @param repeats whether several options may be given */
    record Choice(List<Option> options, boolean repeats) implements AnswerType {
        public Choice {
            options = List.copyOf(options);
        }

        public Optional<Option> find(String code) {
            for (Option option : options) {
                if (option.code().equals(code)) {
                    return Optional.of(option);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * @param min the least that is accepted
     * @param max the most that is accepted
     * @param unit empty for a plain count or scale
     */
    record Number(boolean isWhole, BigDecimal min, BigDecimal max, Optional<Unit> unit) implements AnswerType {}

    /** A date that may be known to the month or year only, and must lie between two days. */
    record Day(LocalDate first, LocalDate last) implements AnswerType {}

    /** @param maxLength in UTF-16 characters */
    record Text(int maxLength) implements AnswerType {}

    /** @param ucum its code in UCUM */
    record Unit(String ucum, Wording display) {}
}
