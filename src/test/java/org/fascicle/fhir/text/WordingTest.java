package org.fascicle.fhir.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    private static final Phrases ALS = Phrases.of("amyotrophic lateral sclerosis", "ALS");
    private static final Phrases DENERVATION =
            Phrases.of("denervation", "fibrillation potentials", "positive sharp waves");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Amyotrophic lateral sclerosis (disorder)",
                "AMYOTROPHIC  LATERAL-SCLEROSIS",
                "Known ALS, bulbar onset",
                "No allergies. Amyotrophic lateral sclerosis",
                "No diabetes but amyotrophic lateral sclerosis"
            })
    void aStatedDiagnosisIsStated(String text) {
        assertEquals(Mention.STATED, Wording.of(text).mentions(ALS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"No ALS", "Family history of ALS", "FH: ALS", "Mother with ALS", "ALS ruled out", "ALS: excluded"
            })
    void aDeniedDiagnosisOrThatOfARelativeIsDenied(String text) {
        assertEquals(Mention.DENIED, Wording.of(text).mentions(ALS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?ALS",
                "ALS?",
                "Suspected ALS",
                "possible ALS",
                "Rule out ALS",
                "r/o ALS",
                "Worried about ALS",
                "ALS not excluded",
                "cannot exclude ALS",
                "ALS carrier"
            })
    void aSuspectedDiagnosisIsDoubted(String text) {
        assertEquals(Mention.DOUBTED, Wording.of(text).mentions(ALS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"als", "Falstaff", "Results pending", "also", "HALS"})
    void aWordThatOnlyLooksAlikeIsNotTheDiagnosis(String text) {
        assertEquals(Mention.NONE, Wording.of(text).mentions(ALS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No fibrillation potentials or positive sharp waves",
                "No fibrillation potentials and positive sharp waves",
                "without evidence of denervation",
                "no evidence of acute and chronic denervation",
                "Denervation: absent",
                "Fibrillation potentials were not seen",
                "Neither denervation nor myopathy",
                "negative for denervation"
            })
    void whatAReportDeniesIsDenied(String text) {
        assertEquals(Mention.DENIED, Wording.of(text).mentions(DENERVATION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No myopathy and chronic denervation in the tibialis",
                "No conduction block; fibrillation potentials in three regions",
                "Sensory studies are normal. Denervation in all limbs",
                "No fibrillation potentials in the arm, however positive sharp waves in the leg",
                "No slowing. There is denervation"
            })
    void aDenialDoesNotReachOverWhatIsSaidNext(String text) {
        assertEquals(Mention.STATED, Wording.of(text).mentions(DENERVATION));
    }

    @Test
    void bothSpellingsAreOne() {
        Phrases haemolysed = Phrases.of("haemolysed");
        assertEquals(Mention.STATED, Wording.of("Specimen slightly hemolysed").mentions(haemolysed));
        assertEquals(Mention.STATED, Wording.of("Specimen HAEMOLYSED").mentions(haemolysed));
        assertEquals(Mention.DENIED, Wording.of("non-haemolysed").mentions(haemolysed));
    }

    @Test
    void nonDeniesOnlyTheNextWord() {
        assertEquals(Mention.STATED, Wording.of("Non-small cell lung cancer").mentions(Phrases.of("cancer")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"History of thyroidectomy", "h/o thyroidectomy", "s/p thyroidectomy"})
    void whatIsOverIsPast(String text) {
        assertEquals(Mention.PAST, Wording.of(text).mentions(Phrases.of("thyroidectomy")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?!.;", "\u0000\uD800", "\u202Egnitset"})
    void anyTextCanBeRead(String text) {
        assertEquals(Mention.NONE, Wording.of(text).mentions(ALS));
    }

    @Test
    void aMegabyteOfOnePhraseIsReadAtOnce() {
        String text = "no ALS and ALS ".repeat(70_000);
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Wording.of(text).mentions(ALS));
    }

    @Test
    void itNeverPrintsWhatItHolds() {
        assertFalse(Wording.of("ALS").toString().contains("ALS"));
    }
}
