package org.fascicle.look;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What surrounds the content of a page.
 *
 * @param title of the page, for the window and for people who hear it
 * @param product named at the top left, with a way home
 * @param styles style sheets of our own origin that come after ours, such as an EHR's colours
 * @param top what stands at the right of the head
 */
public record Frame(String title, Words words, Assets assets, Link product, List<String> styles, Top top) {

    /** A way to another page. */
    public record Link(String words, String url) {}

    /**
     * @param who is signed in; empty when nobody is
     * @param links to other pages
     * @param languageForm the form to send when the reader switches the language, so that nothing entered is lost; empty
     *     where nothing can be lost
     */
    public record Top(Optional<String> who, List<Link> links, Optional<String> languageForm) {
        public static final Top EMPTY = new Top(Optional.empty(), List.of(), Optional.empty());

        public Top {
            links = List.copyOf(links);
        }
    }

    public Frame {
        styles = List.copyOf(styles);
    }

    /** The language of the page, for its {@code lang} attribute. */
    public String language() {
        return words.locale().getLanguage();
    }

    /** The languages the reader may switch to; none on a page that is written in one. */
    public List<Locale> otherLanguages() {
        return Language.ALL.stream()
                .filter(locale -> words.isSwitchable())
                .filter(locale -> !locale.getLanguage().equals(language()))
                .toList();
    }
}
