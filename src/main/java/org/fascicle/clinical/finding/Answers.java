package org.fascicle.clinical.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The answers of one response. An item that was not asked, not answered or answered "unsure" is unknown; it is absent
 * only when it was answered otherwise, or when an earlier answer ruled it out.
 */
public final class Answers {
    private static final Item[] ITEMS = Item.values();

    /** By item, looked up once because rules ask often: the bit of "unsure", and those of the answers that open it. */
    private static final long[] UNSURE = Arrays.stream(ITEMS)
            .mapToLong(item -> bits(item, List.of("unsure")))
            .toArray();

    private static final long[] OPENING =
            Arrays.stream(ITEMS).mapToLong(Answers::openingBits).toArray();

    private final long[] codes = new long[ITEMS.length];
    private final double[] numbers = new double[ITEMS.length];
    private final Map<Item, Days> dates;
    private final Map<Item, String> texts;

    private Answers(Builder builder) {
        System.arraycopy(builder.codes, 0, codes, 0, codes.length);
        System.arraycopy(builder.numbers, 0, numbers, 0, numbers.length);
        dates = Map.copyOf(builder.dates);
        texts = Map.copyOf(builder.texts);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Whether the item was answered with this code. */
    public Presence has(Item item, String code) {
        return has(item, bit(item, code));
    }

    /** The same by the code's bit, for criteria that look it up once. */
    public Presence has(Item item, long bit) {
        long given = codes[item.ordinal()];
        if (given == 0) {
            return isRuledOut(item) ? Presence.ABSENT : Presence.UNKNOWN;
        }
        if ((given & bit) != 0) {
            return Presence.PRESENT;
        }
        return (given & UNSURE[item.ordinal()]) != 0 ? Presence.UNKNOWN : Presence.ABSENT;
    }

    /** An exact date of onset also answers how long ago it was. */
    public boolean isAnswered(Item item) {
        return isGiven(item) || item == Item.SX_ONSET && isGiven(Item.SX_ONSET_DATE);
    }

    private boolean isGiven(Item item) {
        return switch (item.form().kind()) {
            case ONE_OF, SOME_OF -> codes[item.ordinal()] != 0;
            case INTEGER, DECIMAL -> !Double.isNaN(numbers[item.ordinal()]);
            case DATE -> dates.containsKey(item);
            case TEXT -> texts.containsKey(item);
        };
    }

    /** Whether the item is asked at all, given the answer that opens it. */
    public Presence isOpen(Item item) {
        Optional<Form.Opening> opening = item.form().opening();
        return opening.isEmpty() ? Presence.PRESENT : has(opening.get().item(), OPENING[item.ordinal()]);
    }

    public OptionalDouble number(Item item) {
        double number = numbers[item.ordinal()];
        return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    public Optional<Days> date(Item item) {
        return Optional.ofNullable(dates.get(item));
    }

    public Optional<String> text(Item item) {
        return Optional.ofNullable(texts.get(item));
    }

    /** The codes given for a choice item, in the order they are offered. */
    public List<String> codes(Item item) {
        List<String> given = new ArrayList<>();
        List<String> offered = item.form().codes();
        for (int i = 0; i < offered.size(); i++) {
            if ((codes[item.ordinal()] & 1L << i) != 0) {
                given.add(offered.get(i));
            }
        }
        return given;
    }

    /** The bit that stands for a code of a choice item. */
    public static long bit(Item item, String code) {
        int index = item.form().codes().indexOf(code);
        if (index < 0) {
            throw new IllegalArgumentException("`" + item.linkId() + "` has no code `" + code + "`");
        }
        return 1L << index;
    }

    /** Not asked because of another answer. An examination that was not done rules nothing out. */
    private boolean isRuledOut(Item item) {
        return !item.isExamination() && isOpen(item) == Presence.ABSENT;
    }

    private static long openingBits(Item item) {
        return item.form()
                .opening()
                .map(opening -> bits(opening.item(), opening.codes()))
                .orElse(0L);
    }

    /** The bits of those codes that the item offers. */
    private static long bits(Item item, List<String> codes) {
        List<String> offered = item.form().codes();
        return codes.stream()
                .filter(offered::contains)
                .mapToLong(code -> bit(item, code))
                .reduce(0L, (one, other) -> one | other);
    }

    /** Says how many, never which: answers are the patient's. */
    @Override
    public String toString() {
        int answered = 0;
        for (Item item : ITEMS) {
            answered += isAnswered(item) ? 1 : 0;
        }
        return "Answers[" + answered + " items]";
    }

    /** Collects answers item by item. */
    public static final class Builder {
        private final long[] codes = new long[ITEMS.length];
        private final double[] numbers = new double[ITEMS.length];
        private final Map<Item, Days> dates = new EnumMap<>(Item.class);
        private final Map<Item, String> texts = new EnumMap<>(Item.class);

        private Builder() {
            Arrays.fill(numbers, Double.NaN);
        }

        public Builder code(Item item, String code) {
            codes[item.ordinal()] |= bit(item, code);
            return this;
        }

        public Builder number(Item item, double number) {
            numbers[item.ordinal()] = number;
            return this;
        }

        public Builder date(Item item, Days days) {
            dates.put(item, days);
            return this;
        }

        public Builder text(Item item, String text) {
            texts.put(item, text);
            return this;
        }

        public Answers build() {
            return new Answers(this);
        }
    }
}
