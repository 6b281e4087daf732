package org.fascicle.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;

/** Looks at pages as different people do: light and dark, wide and 320 pixels narrow. Takes pictures of them. */
final class Gallery {
    private static final int HEIGHT = 900;
    private static final int WIDE = 1280;
    private static final int NARROW = 320;
    private static final String SETTLED =
            "() => Promise.allSettled(document.getAnimations().map(one => one.finished)).then(() => true)";

    private static final String CUT = "() => [...document.querySelectorAll('main *')]"
            + ".filter(one => one.matches('.table-scroll, .stack, .two') && one.checkVisibility())"
            + ".filter(one => getComputedStyle(one).overflowX !== 'visible'"
            + " || one.querySelector('.card') && getComputedStyle(one).display !== 'block')"
            + ".map(one => one.className).join(', ')";

    private final String language;
    private final List<String> barriers = new ArrayList<>();

    Gallery(String language) {
        this.language = language;
    }

    void look(Page page, String name) {
        String view = name + '-' + language;
        add(view + "-dark", show(page, WIDE, ColorScheme.DARK, () -> Chromium.paleness(page)));
        add(view, show(page, WIDE, ColorScheme.LIGHT, () -> pictured(page, view)));
        add(view + "-narrow", show(page, NARROW, ColorScheme.LIGHT, () -> Chromium.paleness(page)));
        add(view + "-narrow-dark", show(page, NARROW, ColorScheme.DARK, () -> pictured(page, view + "-narrow-dark")));
        if (!Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))) {
            barriers.add(view + "-narrow: scrolls sideways");
        }
        page.setViewportSize(WIDE, HEIGHT);
        onPaper(page, view);
    }

    /** What scrolls on the screen is cut on paper, and what is laid out in a grid is pushed over its neighbour. */
    private void onPaper(Page page, String view) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.LIGHT));
        if (!String.valueOf(page.evaluate(CUT)).isEmpty()) {
            barriers.add(view + "-on-paper: cut or pushed: " + page.evaluate(CUT));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private interface Finding {
        List<String> barriers();
    }

    private static List<String> show(Page page, int width, ColorScheme scheme, Finding finding) {
        page.setViewportSize(width, HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.evaluate(SETTLED);
        return finding.barriers();
    }

    private static List<String> pictured(Page page, String name) {
        Chromium.photograph(page, name);
        return Chromium.barriers(page);
    }

    private void add(String view, List<String> found) {
        found.forEach(barrier -> barriers.add(view + ": " + barrier));
    }

    /** What kept somebody out, a line each. */
    List<String> barriers() {
        return List.copyOf(barriers);
    }
}
