package org.fascicle.fhir.term;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.fascicle.fhir.text.Wording;

/** The stage of chronic kidney disease, 1 to 5, as names give it: "stage 3b", "stage IV", "CKD 4", "G5". */
public final class KidneyStages {
    private static final Pattern STAGE =
            Pattern.compile("\\b(?:stage g?|ckd ?g?|grade g?|g)(?<stage>[1-5]|iii|iv|ii|i|v)[ab]?\\b");
    private static final Pattern RANGE = Pattern.compile("\\bstage g?(?:[1-5]|i{1,3}|iv|v)[ab]? (?:through|to|or) ");
    private static final Pattern ALONE = Pattern.compile("(?:stage )?g?(?<stage>[1-5]|iii|iv|ii|i|v)[ab]?");

    private KidneyStages() {}

    /** The highest stage the name of a kidney disease gives; a range of stages gives none. */
    public static OptionalInt inName(Wording name) {
        if (RANGE.matcher(name.words()).find()) {
            return OptionalInt.empty();
        }
        return STAGE.matcher(name.words())
                .results()
                .mapToInt(found -> number(found.group(1)))
                .max();
    }

    /** The stage where nothing but a stage is written. */
    public static OptionalInt alone(Wording stage) {
        var matcher = ALONE.matcher(stage.words());
        return matcher.matches() ? OptionalInt.of(number(matcher.group("stage"))) : inName(stage);
    }

    private static int number(String stage) {
        return switch (stage) {
            case "i" -> 1;
            case "ii" -> 2;
            case "iii" -> 3;
            case "iv" -> 4;
            case "v" -> 5;
            default -> Integer.parseInt(stage);
        };
    }
}
