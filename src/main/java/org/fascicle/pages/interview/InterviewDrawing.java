package org.fascicle.pages.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fascicle.assessing.writeback.Form;
import org.fascicle.assessing.writeback.Piece;
import org.fascicle.chart.Stored;
import org.fascicle.fault.Fault;
import org.fascicle.fhir.interview.AnswerType.Choice;
import org.fascicle.fhir.interview.Group;
import org.fascicle.fhir.interview.Interview;
import org.fascicle.fhir.interview.Question;
import org.fascicle.look.Banner;
import org.fascicle.look.Words;
import org.fascicle.pages.interview.InterviewPage.Addresses;
import org.fascicle.pages.interview.InterviewPage.FormView;
import org.fascicle.pages.interview.InterviewPage.GroupView;
import org.fascicle.pages.interview.InterviewPage.HandView;
import org.fascicle.pages.interview.InterviewPage.Line;
import org.fascicle.pages.interview.InterviewPage.Notice;
import org.fascicle.pages.interview.InterviewPage.Slot;
import org.fascicle.pages.interview.InterviewPart.FaultView;
import org.fascicle.pages.visit.Banners;
import org.fascicle.pages.visit.Drawing;
import org.fascicle.pages.visit.Failing;
import org.fascicle.pages.visit.Reply;
import org.fascicle.pages.visit.Visit;
import org.fascicle.smart.trouble.LaunchRefused;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws the interview, whole or the parts that change. */
final class InterviewDrawing {
    private static final Logger LOG = LoggerFactory.getLogger(InterviewDrawing.class);

    private final Interviewing use;
    private final Drawing drawing;

    InterviewDrawing(Interviewing use, Drawing drawing) {
        this.use = use;
        this.drawing = drawing;
    }

    /**
     * Everything a drawing depends on.
     *
     * @param amended the id of the completed response that is amended; empty for a draft
     */
    record Sheet(Visit visit, Base base, Entry entry, Hand hand, String amended) {
        Words words() {
            return visit.words();
        }

        boolean isAmendment() {
            return !amended.isEmpty();
        }

        /** As the form to go on from {@code newer}. */
        Sheet seeing(Stored newer) {
            return new Sheet(visit, Base.of(newer), entry, hand.seeing(newer), amended);
        }

        Sheet amending(Stored completed) {
            return new Sheet(
                    visit,
                    Base.of(completed),
                    entry,
                    hand.seeing(completed),
                    completed.key().id());
        }
    }

    String page(Sheet sheet, List<Notice> notices) {
        Visit visit = sheet.visit();
        String title = sheet.words().of(sheet.isAmendment() ? "interview.amend.title" : "interview.title");
        InterviewPage page = new InterviewPage(
                drawing.around(visit, title, Optional.of("interview")),
                banner(visit),
                visit.words(),
                form(sheet, notices),
                groups(sheet),
                preview(sheet));
        return drawing.draw("interview", page);
    }

    private FormView form(Sheet sheet, List<Notice> notices) {
        String page = sheet.isAmendment() ? "interview/" + sheet.amended() : "interview";
        return new FormView(
                new Addresses(
                        sheet.visit().at(page),
                        sheet.visit().at("restart"),
                        sheet.visit().launch().key().handle()),
                hand(sheet.hand()),
                sheet.isAmendment(),
                saved(sheet),
                notices);
    }

    /** The page as it is asked for: its parts that change, or all of it. */
    Reply redraw(Sheet sheet) {
        if (sheet.visit().form().isPart()) {
            return part(sheet, saved(sheet));
        }
        return Reply.page(page(sheet, sheet.entry().faulty().isEmpty() ? List.of() : List.of(faulty(sheet))));
    }

    /** @param saved what is said of saving */
    private Reply part(Sheet sheet, String saved) {
        List<String> asked = sheet.visit().form().all("asked");
        InterviewPart part = new InterviewPart(
                sheet.words(), hand(sheet.hand()), saved, preview(sheet), moved(sheet, asked), faults(sheet));
        return Reply.page(drawing.draw("interview-part", part));
    }

    /** What was entered stays; sending it again replaces what the other wrote, now that it was said. */
    Reply contested(Sheet sheet, Stored theirs) {
        return unsaved(sheet, sheet.seeing(theirs), "contested");
    }

    /** What was entered stays; sending it again amends what was completed meanwhile. */
    Reply overtaken(Sheet sheet, Stored completed) {
        return unsaved(sheet, sheet.amending(completed), "overtaken");
    }

    private Reply unsaved(Sheet sheet, Sheet next, String what) {
        if (sheet.visit().form().isPart()) {
            return part(sheet, sheet.words().of("interview.saved." + what));
        }
        Notice notice = Notice.of("warn", sheet.words().of("interview." + what));
        return new Reply.Html(409, page(next, List.of(notice)));
    }

    /** What was entered, shown although nothing could be written, and perhaps not even read. */
    Reply rescue(Sheet sheet, Failing failing) {
        String what = sheet.words().of(failing.key());
        if (sheet.visit().form().isPart()) {
            return part(sheet, sheet.words().of("interview.saved.failed", what));
        }
        String remedy = failing.isSessionOver() ? "interview.rescued" : "interview.unwritten";
        Line line = new Line("", sheet.words().of(failing.key() + ".remedy"));
        Notice notice = new Notice("bad", what + ". " + sheet.words().of(remedy), List.of(line));
        return new Reply.Html(failing.status(), page(sheet, List.of(notice)));
    }

    /** A page whose patient cannot be read just now still shows what was entered. */
    private static Optional<Banner> banner(Visit visit) {
        try {
            return Banners.find(visit);
        } catch (Fault | LaunchRefused unavailable) {
            return Optional.empty();
        }
    }

    private static HandView hand(Hand hand) {
        return new HandView(
                hand.form(),
                hand.draft().orElse(""),
                hand.version().orElse(""),
                hand.after().orElse(""));
    }

    private static String saved(Sheet sheet) {
        if (sheet.isAmendment()) {
            return sheet.words().of("interview.saved.amendment");
        }
        return sheet.base()
                .stored()
                .map(Stored::updated)
                .map(moment -> moment.atZone(sheet.visit().now().getOffset()).toOffsetDateTime())
                .map(moment -> sheet.words().of(savedIn(sheet), sheet.words().moment(moment)))
                .orElseGet(() -> sheet.words().of("interview.saved.not"));
    }

    /** In the chart, or only with us for as long as the visit lasts. */
    private static String savedIn(Sheet sheet) {
        boolean isCharted = sheet.visit().plan().of(Piece.RESPONSE).form() == Form.ITSELF;
        return isCharted ? "interview.saved.at" : "interview.saved.aside";
    }

    private List<GroupView> groups(Sheet sheet) {
        return use.interview().groups().stream()
                .map(group -> group(group, sheet))
                .toList();
    }

    private static GroupView group(Group group, Sheet sheet) {
        List<Slot> slots = group.questions().stream()
                .map(question -> slot(question, sheet))
                .toList();
        return new GroupView(
                "g-" + group.linkId(), group.text().in(sheet.visit().locale()), slots);
    }

    private static Slot slot(Question question, Sheet sheet) {
        QuestionViews views =
                new QuestionViews(sheet.entry(), new Sources(sheet.base().response()), sheet.words());
        return new Slot(
                Anchors.question(question.linkId()),
                sheet.entry().isOpen(question) ? Optional.of(views.of(question)) : Optional.empty());
    }

    private List<Slot> moved(Sheet sheet, List<String> asked) {
        return use.interview()
                .questions()
                .filter(question -> !question.openings().isEmpty())
                .filter(question -> sheet.entry().isOpen(question) != asked.contains(question.linkId()))
                .map(question -> slot(question, sheet))
                .toList();
    }

    private List<FaultView> faults(Sheet sheet) {
        List<FaultView> faults = new ArrayList<>();
        use.interview()
                .questions()
                .filter(question -> !(question.type() instanceof Choice choice) || choice.repeats())
                .filter(sheet.entry()::isOpen)
                .forEach(question -> faults.add(new FaultView(
                        Anchors.question(question.linkId()),
                        sheet.entry().fault(question).orElse(""))));
        return faults;
    }

    /** One notice that leads to every wrong answer. */
    Notice faulty(Sheet sheet) {
        List<Line> lines = sheet.entry().faulty().stream()
                .map(question -> line(
                        question, sheet, ": " + sheet.entry().fault(question).orElseThrow()))
                .toList();
        return new Notice("bad", sheet.words().of("interview.faulty", lines.size()), lines);
    }

    Notice opened(Sheet sheet, List<Question> questions) {
        List<Line> lines =
                questions.stream().map(question -> line(question, sheet, "")).toList();
        return new Notice("info", sheet.words().of("interview.opened"), lines);
    }

    private static Line line(Question question, Sheet sheet, String more) {
        return new Line(
                Anchors.question(question.linkId()),
                question.text().in(sheet.visit().locale()) + more);
    }

    /** A preview that cannot be had keeps nobody from answering. */
    private PreviewView preview(Sheet sheet) {
        Interview interview = use.interview();
        QuestionnaireResponse response = new ResponseFromEntry(use.interviews())
                .compose(sheet.entry(), sheet.base().response());
        try {
            return new Previews(interview, sheet.words())
                    .of(use.assessing()
                            .judged(sheet.visit().chart(), Signed.by(sheet.visit(), response))
                            .assessment());
        } catch (Fault | LaunchRefused unavailable) {
            LOG.info("no preview: {}", unavailable.getMessage());
            return PreviewView.NONE;
        }
    }
}
