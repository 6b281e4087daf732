package org.fascicle.pages.result;

import java.util.List;
import java.util.Optional;
import org.fascicle.assessing.Recorded;
import org.fascicle.look.Banner;
import org.fascicle.look.Frame;
import org.fascicle.look.Words;

/** The result, drawn: what to act on first, then what is open, then each risk and why, then the plan. */
public record ResultPage(
        Frame frame, Optional<Banner> banner, Words words, Addresses addresses, Judgement judgement, Plan plan) {

    /** Where its forms and links lead, and the launch they belong to. */
    public record Addresses(String launch, String self, String amend, String leaflet) {}

    /**
     * @param basis whose history, taken when
     * @param remarks what a reader must know beside it
     */
    public record Judgement(
            Head head, List<Flag> flags, List<Open> open, List<Risk> risks, Facts facts, List<String> remarks) {
        public Judgement {
            flags = List.copyOf(flags);
            open = List.copyOf(open);
            risks = List.copyOf(risks);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * @param isComplete whether every core question was answered
     * @param isRecorded whether the chart holds just this judgement
     */
    public record Head(String urgency, String urgencyWords, String basis, boolean isComplete, Recorded recorded) {}

    /** Something to act on first. */
    public record Flag(
            String rule, String urgency, String urgencyWords, String reason, String action, List<String> evidence) {
        public Flag {
            evidence = List.copyOf(evidence);
        }
    }

    /** What is not excluded, and what would settle it. */
    public record Open(String outcome, String concern, String tone, List<Ask> asks) {
        public Open {
            asks = List.copyOf(asks);
        }
    }

    /** @param question the element on the interview page; empty for what a question cannot settle */
    public record Ask(String words, String question) {}

    public record Risk(String outcome, String concern, String tone, List<Reason> reasons, List<Reason> ruledOut) {
        public Risk {
            reasons = List.copyOf(reasons);
            ruledOut = List.copyOf(ruledOut);
        }
    }

    public record Reason(String rule, String words, List<String> evidence, List<Cited> sources) {
        public Reason {
            evidence = List.copyOf(evidence);
            sources = List.copyOf(sources);
        }
    }

    /** @param address empty where it is not known whole */
    public record Cited(String id, String title, String address) {}

    public record Facts(boolean isRead, List<Fact> used, List<Fact> unread) {
        public Facts {
            used = List.copyOf(used);
            unread = List.copyOf(unread);
        }
    }

    public record Fact(String kind, String words, String value, String day, String reference) {}

    public record Plan(
            List<ProposalView> proposals, List<Fact> notProposed, List<String> advice, Instead instead, Signed signed) {
        public Plan {
            proposals = List.copyOf(proposals);
            notProposed = List.copyOf(notProposed);
            advice = List.copyOf(advice);
        }
    }

    /**
     * @param state {@code open}, {@code accepted}, {@code declined}, {@code withdrawn}, or {@code unrecorded}
     * @param note what became of it
     * @param order where the EHR shows what it became; empty where nobody can be led there
     */
    public record ProposalView(
            String slug, String kind, String words, Why why, String state, String note, String order) {}

    /** @param reasons the weightiest first; at least one */
    public record Why(String urgency, String urgencyWords, List<String> reasons) {
        public Why {
            reasons = List.copyOf(reasons);
        }

        public String first() {
            return reasons.stream().findFirst().orElse("");
        }

        public List<String> more() {
            return reasons.stream().skip(1).toList();
        }
    }

    /**
     * What the chart does not take as it is.
     *
     * @param lines for each piece what stands in for it, and why; empty when the chart takes everything
     * @param copy the text to copy; empty when nothing has to be
     * @param isCopied whether nothing of the judgement is written
     */
    public record Instead(List<String> lines, String copy, boolean isCopied) {
        public Instead {
            lines = List.copyOf(lines);
        }

        @Override
        public String toString() {
            return "Instead" + lines;
        }
    }

    /** @param words who signed and when; empty while nobody has */
    public record Signed(boolean isPossible, String words) {}

    @Override
    public String toString() {
        return "ResultPage[]";
    }
}
