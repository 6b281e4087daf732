package org.fascicle.api.body;

import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.fascicle.fault.Issue;

/** Collects what the FHIR parser would have dropped or bent, in our words: its own repeat the sender's values. */
final class ParseIssues implements IParserErrorHandler {
    private static final int MOST = 100;

    private final List<Issue> issues = new ArrayList<>();

    List<Issue> list() {
        return List.copyOf(issues);
    }

    @Override
    public void unknownElement(IParseLocation location, String name) {
        add("structure", named(name) + " is no element of FHIR R4 where it stands; leave it out or correct its name");
    }

    @Override
    public void unknownAttribute(IParseLocation location, String name) {
        add("structure", named(name) + " is no attribute of FHIR R4 where it stands; leave it out");
    }

    @Override
    public void unexpectedRepeatingElement(IParseLocation location, String name) {
        add("structure", named(name) + " is given more than once and may not repeat; give it once");
    }

    @Override
    public void incorrectJsonType(
            IParseLocation location,
            String name,
            ValueType expected,
            ScalarType expectedScalar,
            ValueType found,
            ScalarType foundScalar) {
        String wanted = expectedScalar == null ? expected.name() : expectedScalar.name();
        String got = foundScalar == null ? found.name() : foundScalar.name();
        add("structure", named(name) + " has to be a JSON " + lower(wanted) + " and is a JSON " + lower(got));
    }

    @Override
    public void invalidValue(IParseLocation location, String value, String error) {
        add("value", at(location) + " has a value that its type does not allow; correct it or leave it out");
    }

    @Override
    public void missingRequiredElement(IParseLocation location, String name) {
        add("required", named(name) + " is missing" + (location == null ? "" : " in " + at(location)));
    }

    @Override
    public void containedResourceWithNoId(IParseLocation location) {
        add("structure", "A contained resource has no `id`, so nothing can refer to it; give it one");
    }

    @Override
    public void unknownReference(IParseLocation location, String reference) {
        add("not-found", "A reference in " + at(location) + " leads to no contained resource; add it or correct it");
    }

    @Override
    public void invalidInternalReference(IParseLocation location, String reference) {
        unknownReference(location, reference);
    }

    @Override
    public void extensionContainsValueAndNestedExtensions(IParseLocation location) {
        add("structure", "An extension has both a value and extensions in it; it may have one of them");
    }

    private void add(String code, String text) {
        if (issues.size() < MOST) {
            issues.add(new Issue(code, "", text));
        }
    }

    private static String at(IParseLocation location) {
        return location == null || location.getParentElementName() == null
                ? "An element"
                : named(location.getParentElementName());
    }

    private static String named(String name) {
        return name == null ? "An element" : "`" + Named.plain(name) + "`";
    }

    private static String lower(String name) {
        return name.toLowerCase(java.util.Locale.ROOT);
    }
}
