package org.fascicle.fhir.term;

import static org.fascicle.clinical.chart.Activity.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.fhir.text.Phrases;
import org.fascicle.fhir.text.Wording;

/** Activities by name, for orders that carry no code we know. A single blood test has to be named exactly. */
public final class ActivityNames {
    private static final List<Map.Entry<Phrases, Set<Activity>>> NAMES = List.of(
            named("basic metabolic panel,basic metabolic profile,BMP", BASIC_METABOLIC_PANEL),
            named(
                    "comprehensive metabolic panel,comprehensive metabolic profile,CMP",
                    BASIC_METABOLIC_PANEL,
                    ALBUMIN,
                    LIVER_PANEL),
            named("electrolytes,electrolyte panel", SODIUM, POTASSIUM),
            named("urea and electrolytes,U E,u es,renal profile,renal function panel", SODIUM, POTASSIUM, CREATININE),
            named("bone profile", CALCIUM, ALBUMIN, PHOSPHATE),
            named("full blood count,complete blood count,FBC,CBC", BLOOD_COUNT),
            named("liver function tests,liver function test,liver panel,hepatic function panel,LFT,LFTS", LIVER_PANEL),
            named("coeliac serology,coeliac screen,celiac panel,tissue transglutaminase,TTG", COELIAC_SEROLOGY),
            named("thyroid function tests,thyroid function test,TFT,TFTS", THYROTROPIN),
            named("lithium level", LITHIUM_LEVEL),
            named("ECG,EKG,electrocardiogram,electrocardiography", ECG),
            named("EMG,NCS,electromyography,electromyogram,nerve conduction,nerve conduction studies", EMG),
            named("spirometry,vital capacity,pulmonary function test,pulmonary function tests", SPIROMETRY),
            named("accident and emergency,emergency department", EMERGENCY_DEPARTMENT),
            named("neurology,neurologist,neuromuscular clinic", NEUROLOGY),
            named("paediatrics,paediatrician,paediatric referral,paediatric clinic,paediatric assessment", PAEDIATRICS),
            named(
                    "speech and language therapy,speech and language therapist,speech therapy,speech therapist"
                            + ",speech language pathology,swallowing assessment,swallow assessment",
                    SPEECH_AND_LANGUAGE),
            named("physiotherapy,physiotherapist,physical therapy,physical therapist", PHYSIOTHERAPY),
            named(
                    "mental health,psychology,psychologist,psychiatry,psychiatrist,cognitive behavioural therapy"
                            + ",cognitive behavioral therapy,talking therapies,health anxiety",
                    MENTAL_HEALTH),
            named("follow up visit,follow up appointment,recheck", RECHECK),
            named("neurological examination,neurological assessment", EXAMINATION),
            named("medication review,medicines review", MEDICATION_REVIEW));

    private static final Phrases NOT_AN_ORDER = Phrases.of("transport", "interpreter", "parking");

    /** Without one of these a longer text that names a specialty is about something else. */
    private static final Phrases REFERRAL =
            Phrases.list("referral,refer,referred,consult,consultation,appointment,review"
                    + ",assessment,evaluation,opinion,clinic,outpatient,visit,service,services,department,support,therapy"
                    + ",therapist");

    private static final int SHORT = 3;

    private ActivityNames() {}

    /** Every activity an order of this name stands for; empty when none is known. */
    public static Set<Activity> find(Wording name) {
        if (name.has(NOT_AN_ORDER)) {
            return Set.of();
        }
        Stream<Activity> test = AnalyteNames.find(name).flatMap(ActivityCodes::testOf).stream();
        Stream<Activity> named = NAMES.stream()
                .filter(entry -> name.states(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .filter(activity -> activity.kind() != Activity.Kind.REFERRAL || isReferral(name));
        return Stream.concat(test, named).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the text asks somebody to see the patient: it says so, or is no longer than a specialty's name. */
    public static boolean isReferral(Wording name) {
        return name.has(REFERRAL) || name.words().split(" ").length <= SHORT;
    }

    private static Map.Entry<Phrases, Set<Activity>> named(String phrases, Activity... activities) {
        return Map.entry(Phrases.list(phrases), EnumSet.copyOf(Arrays.asList(activities)));
    }
}
