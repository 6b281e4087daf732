package org.fascicle.pages.interview;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.chart.Stored;
import org.fascicle.fault.Fault;
import org.fascicle.fhir.interview.Question;
import org.fascicle.pages.interview.InterviewDrawing.Sheet;
import org.fascicle.pages.interview.InterviewPage.Line;
import org.fascicle.pages.interview.InterviewPage.Notice;
import org.fascicle.pages.visit.Drawing;
import org.fascicle.pages.visit.Failing;
import org.fascicle.pages.visit.InsteadLines;
import org.fascicle.pages.visit.Reply;
import org.fascicle.pages.visit.Screen;
import org.fascicle.pages.visit.Visit;
import org.fascicle.smart.trouble.LaunchRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The interview: the draft of this launch's patient, or with an id a completed response to amend. */
public final class InterviewScreen implements Screen {
    private static final Logger LOG = LoggerFactory.getLogger(InterviewScreen.class);
    private static final String SUBMIT = "submit";

    /** The address of a form for another history, whatever was completed before in this launch. */
    public static final String ANOTHER = "interview?new=yes";

    private final Interviewing use;
    private final InterviewDrawing drawing;
    private final Keeping keeping;
    private final Amending amending;
    private final Unsaved unsaved;
    private final LastHand last;

    public InterviewScreen(Interviewing use, LastHand last, Unsaved unsaved, Drawing drawing) {
        this.use = use;
        this.drawing = new InterviewDrawing(use, drawing);
        this.unsaved = unsaved;
        this.last = last;
        ResponseFromEntry composer = new ResponseFromEntry(use.interviews());
        this.keeping = new Keeping(use.drafting(), composer, last);
        this.amending = new Amending(composer);
    }

    @Override
    public Reply show(Visit visit, String id) {
        Optional<Unsaved.Found> found = unsaved.find(visit, id);
        Optional<String> taken = last.findCompleted(visit.launch());
        boolean isBack = id.isEmpty()
                && taken.isPresent()
                && found.isEmpty()
                && !visit.form().has("new", "yes");
        if (isBack && use.drafting().find(visit.chart(), visit.subject()).isEmpty()) {
            return new Reply.SeeOther(visit.at("interview/" + taken.get()));
        }
        Base base = base(visit, id);
        Entered entered = found.map(Unsaved.Found::entered).orElseGet(() -> Entered.of(base.response()));
        Entry entry = new Entry(use.interview(), entered, visit.words());
        Sheet sheet = new Sheet(visit, base, entry, Hand.fresh(base, taken), id);
        Stream<Notice> restored = found
                .map(Unsaved.Found::at)
                .map(visit.words()::moment)
                .map(at -> Notice.of("info", visit.words().of("interview.restored", at)))
                .stream();
        List<Notice> notices = Stream.of(restored, Ungranted.of(visit).stream(), instead(visit).stream())
                .flatMap(some -> some)
                .toList();
        return Reply.page(drawing.page(sheet, notices));
    }

    /** Said before anything is written. */
    private static Optional<Notice> instead(Visit visit) {
        List<Line> lines = InsteadLines.of(visit).stream()
                .map(words -> new Line("", words))
                .toList();
        return Optional.of(lines)
                .filter(some -> !some.isEmpty())
                .map(some -> new Notice("info", visit.words().of("instead.before"), some));
    }

    private Base base(Visit visit, String id) {
        return id.isEmpty() ? use.draft(visit) : Base.of(Interviewing.completed(visit, id));
    }

    /** Whatever the EHR answers, what was entered is shown again or kept. */
    @Override
    public Reply act(Visit visit, String id) {
        Entry entry = new Entry(use.interview(), Entered.of(visit.form(), use.interview()), visit.words());
        Hand hand = Hand.of(visit.form());
        try {
            return done(visit, id, entry, hand);
        } catch (Fault fault) {
            LOG.warn("answers not kept: {}: {}", fault.kind(), fault.getMessage());
            return rescued(new Sheet(visit, use.empty(visit), entry, hand, id), Failing.of(fault));
        } catch (LaunchRefused refused) {
            LOG.warn("answers not kept: {}", refused.forLog());
            return rescued(new Sheet(visit, use.empty(visit), entry, hand, id), Failing.of(refused));
        }
    }

    private Reply rescued(Sheet sheet, Failing failing) {
        if (failing.isSessionOver()) {
            unsaved.keep(sheet.visit(), sheet.amended(), sheet.entry().entered());
        }
        return drawing.rescue(sheet, failing);
    }

    private Reply done(Visit visit, String id, Entry entry, Hand hand) {
        boolean isSubmitted = visit.form().has("do", SUBMIT);
        if (id.isEmpty() && !isSubmitted) {
            return save(visit, entry, hand);
        }
        Sheet sheet = new Sheet(visit, base(visit, id), entry, hand, id);
        return isSubmitted ? submit(sheet) : drawing.redraw(sheet);
    }

    private Reply save(Visit visit, Entry entry, Hand hand) {
        Kept kept = keeping.keep(visit, entry, hand, () -> use.prefilled(visit));
        Stored stored = kept.stored();
        if (kept instanceof Kept.Finished) {
            return new Reply.SeeOther(visit.at("result/" + stored.key().id()));
        }
        Sheet sheet = new Sheet(visit, Base.of(stored), entry, hand, "");
        if (kept instanceof Kept.Contested) {
            return drawing.contested(sheet, stored);
        }
        if (kept instanceof Kept.Overtaken) {
            return drawing.overtaken(sheet, stored);
        }
        unsaved.forget(visit, "");
        boolean isSettled = !visit.form().isPart() && entry.faulty().isEmpty();
        return isSettled ? new Reply.SeeOther(visit.at("interview")) : drawing.redraw(sheet.seeing(stored));
    }

    private Reply submit(Sheet sheet) {
        if (!sheet.entry().faulty().isEmpty()) {
            return new Reply.Html(422, drawing.page(sheet, List.of(drawing.faulty(sheet))));
        }
        List<Question> opened = sheet.entry().openedSince(sheet.visit().form().all("asked"));
        if (!opened.isEmpty()) {
            return new Reply.Html(422, drawing.page(sheet, List.of(drawing.opened(sheet, opened))));
        }
        Kept kept = completed(sheet);
        if (kept instanceof Kept.Contested) {
            return drawing.contested(sheet, kept.stored());
        }
        if (kept instanceof Kept.Overtaken) {
            return drawing.overtaken(sheet, kept.stored());
        }
        unsaved.forget(sheet.visit(), sheet.amended());
        return assessed(sheet, kept.stored());
    }

    private Kept completed(Sheet sheet) {
        Visit visit = sheet.visit();
        return sheet.isAmendment()
                ? amending.amend(visit, sheet.amended(), sheet.entry(), sheet.hand())
                : keeping.complete(visit, sheet.entry(), sheet.hand(), () -> use.prefilled(visit));
    }

    /** The answers are in the chart now: if the result cannot be, its page says so and lets it be tried again. */
    private Reply assessed(Sheet sheet, Stored completed) {
        String id = completed.key().id();
        try {
            use.assessing().assess(sheet.visit().chart(), id, sheet.visit().plan());
        } catch (Fault fault) {
            LOG.warn("result not written: {}: {}", fault.kind(), fault.getMessage());
        }
        return new Reply.SeeOther(sheet.visit().at("result/" + id));
    }
}
