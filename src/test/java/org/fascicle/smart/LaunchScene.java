package org.fascicle.smart;

import java.nio.file.Path;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A browser, one node, and one EHR that a test can make misbehave. */
abstract class LaunchScene {
    @TempDir
    Path directory;

    final Browser browser = Browser.fresh();
    ScriptedEhr ehr;
    Node node;

    @BeforeEach
    void start() {
        ehr = ScriptedEhr.start();
        node = Node.start(directory, registered());
    }

    @AfterEach
    void stop() {
        node.close();
        ehr.close();
    }

    /** The EHR as the node has it in its settings. */
    Ehr registered() {
        return ehr.ehr();
    }

    Page begin() {
        return node.begin(browser, ehr);
    }

    /** The whole launch. */
    Page launch() {
        return node.comeBack(browser, begin());
    }

    /** The launch's first page. */
    Page openedPage() {
        return browser.follow(launch());
    }
}
