package org.fascicle.pages.result;

import org.fascicle.chart.Key;
import org.fascicle.chart.Stored;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.result.Names;
import org.fascicle.pages.interview.Interviewing;
import org.fascicle.pages.visit.Clinicians;
import org.fascicle.pages.visit.Drawing;
import org.fascicle.pages.visit.Reply;
import org.fascicle.pages.visit.Screen;
import org.fascicle.pages.visit.Visit;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/** The result of a response, and the clinician's decisions about it. */
public final class ResultScreen implements Screen {
    private final Resulting use;
    private final ResultDrawing drawing;

    public ResultScreen(Resulting use, Drawing drawing) {
        this.use = use;
        this.drawing = new ResultDrawing(use, drawing);
    }

    @Override
    public Reply show(Visit visit, String id) {
        Stored stored = Interviewing.completed(visit, id);
        boolean isDraft = stored.as(QuestionnaireResponse.class).getStatus() == QuestionnaireResponseStatus.INPROGRESS;
        return isDraft ? new Reply.SeeOther(visit.at("interview")) : Reply.page(drawing.page(visit, stored));
    }

    @Override
    public Reply act(Visit visit, String id) {
        Key response = Interviewing.completed(visit, id).key();
        String done = visit.form().find("do").orElse("");
        switch (done) {
            case "record" -> use.assessing().assess(visit.chart(), response.id(), visit.plan());
            case "accept" -> use.deciding().accept(visit.chart(), response.id(), activity(visit), Clinicians.of(visit));
            case "decline" ->
                use.deciding()
                        .decline(visit.chart(), response.id(), activity(visit), reason(visit), Clinicians.of(visit));
            case "sign" -> use.signing().sign(visit.chart(), response.id(), Clinicians.of(visit));
            default -> throw new Fault(Kind.MALFORMED, "`do` names nothing that can be done here");
        }
        String place = done.equals("accept") || done.equals("decline") ? "#" + slug(visit) : "";
        return new Reply.SeeOther(visit.at("result/" + response.id()) + place);
    }

    private static String slug(Visit visit) {
        return visit.form().find("activity").orElse("");
    }

    private static Activity activity(Visit visit) {
        return Names.findActivity(slug(visit))
                .orElseThrow(() -> new Fault(Kind.MALFORMED, "`activity` names nothing that is proposed"));
    }

    /** What was chosen, and what was added in the clinician's own words. */
    private static String reason(Visit visit) {
        String chosen = visit.form().find("reason").orElse("");
        String more = visit.form().find("more").orElse("");
        return chosen.isEmpty() || more.isEmpty() ? chosen + more : chosen + ": " + more;
    }
}
