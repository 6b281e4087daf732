package org.fascicle.pages.result;

import java.util.List;
import org.fascicle.assessing.Standing;
import org.fascicle.chart.Stored;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.fhir.result.Judged;
import org.fascicle.pages.interview.Interviewing;
import org.fascicle.pages.visit.Banners;
import org.fascicle.pages.visit.ClinicalWords;
import org.fascicle.pages.visit.Drawing;
import org.fascicle.pages.visit.Reply;
import org.fascicle.pages.visit.Screen;
import org.fascicle.pages.visit.Translated;
import org.fascicle.pages.visit.Visit;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** A leaflet for the patient, to be printed: what it means, what happens next, and when to come back. */
public final class LeafletScreen implements Screen {
    private static final String SAFETY_NET = "ADV-SAFETY-NET";

    private final Resulting use;
    private final Drawing drawing;

    public LeafletScreen(Resulting use, Drawing drawing) {
        this.use = use;
        this.drawing = drawing;
    }

    @Override
    public Reply show(Visit visit, String id) {
        Stored stored = Interviewing.completed(visit, id);
        Judged judged = use.assessing().judged(visit.chart(), stored.as(QuestionnaireResponse.class));
        Translated translated = Translated.in(visit.locale());
        LeafletPage page = new LeafletPage(
                drawing.around(visit, visit.words().of("leaflet.title")),
                Banners.find(visit),
                visit.words(),
                visit.at("result/" + id),
                visit.words().day(visit.now().toLocalDate()),
                visit.words().of("leaflet.now." + judged.assessment().urgency().code()),
                arranged(visit, id),
                judged.advice().stream()
                        .filter(advice -> !advice.id().equals(SAFETY_NET))
                        .map(translated::of)
                        .toList(),
                judged.advice().stream()
                        .filter(advice -> advice.id().equals(SAFETY_NET))
                        .map(translated::of)
                        .findFirst()
                        .orElse(""));
        return Reply.page(drawing.draw("leaflet", page));
    }

    /** What was accepted, and is not the clinician's own task. */
    private List<String> arranged(Visit visit, String id) {
        return use.standings(visit, id).stream()
                .filter(standing -> standing.state() == Standing.State.ACCEPTED)
                .map(Standing::activity)
                .filter(activity -> activity.kind() != Activity.Kind.TASK)
                .map(Translated.in(visit.locale())::of)
                .map(ClinicalWords::capital)
                .toList();
    }
}
