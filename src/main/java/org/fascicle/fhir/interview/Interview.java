package org.fascicle.fhir.interview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.fhir.profile.Canonical;

/** One version of the Questionnaire, in the order it is asked. Refuses to exist when it cannot be asked. */
public final class Interview {
    private final Canonical canonical;
    private final Wording title;
    private final List<Group> groups;
    private final Map<String, Group> groupsByLinkId;
    private final Map<String, Question> questions;
    private final Map<String, Group> groupOf;
    private final Set<String> helps;

    Interview(Canonical canonical, Wording title, List<Group> groups) {
        this.canonical = canonical;
        this.title = title;
        this.groups = List.copyOf(groups);
        EnablementCheck.check(this.groups);
        groupsByLinkId = this.groups.stream().collect(Collectors.toUnmodifiableMap(Group::linkId, Function.identity()));
        questions = questions().collect(Collectors.toUnmodifiableMap(Question::linkId, Function.identity()));
        groupOf = this.groups.stream()
                .flatMap(group -> group.questions().stream().map(question -> Map.entry(question.linkId(), group)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        helps = questions()
                .filter(question -> question.help().isPresent())
                .map(question -> Question.helpLinkId(question.linkId()))
                .collect(Collectors.toUnmodifiableSet());
    }

    public Canonical canonical() {
        return canonical;
    }

    public Wording title() {
        return title;
    }

    public List<Group> groups() {
        return groups;
    }

    /** All questions, in the order they are asked. */
    public Stream<Question> questions() {
        return groups.stream().flatMap(group -> group.questions().stream());
    }

    public Optional<Question> find(String linkId) {
        return Optional.ofNullable(questions.get(linkId));
    }

    public Optional<Group> findGroup(String linkId) {
        return Optional.ofNullable(groupsByLinkId.get(linkId));
    }

    /** Whether this is the linkId of a question's help text. */
    public boolean isHelp(String linkId) {
        return helps.contains(linkId);
    }

    public Group groupOf(Question question) {
        return groupOf.get(question.linkId());
    }

    /**
     * Whether the question is asked. An answer to a question that is itself not asked opens nothing.
     *
     * @param answered whether a question, by linkId, is answered with a code
     */
    public boolean isOpen(Question question, BiPredicate<String, String> answered) {
        return question.openings().isEmpty()
                || question.openings().stream()
                        .anyMatch(opening -> answered.test(opening.linkId(), opening.code())
                                && isOpen(questions.get(opening.linkId()), answered));
    }
}
