package org.fascicle.sandbox.authority;

import java.util.List;
import org.fascicle.look.Frame;

/** What a client asks for, and what the clinician lets it have. */
public record ConsentPage(
        Frame frame, String client, String clinician, List<AskedScope> scopes, String action, String request) {

    public ConsentPage {
        scopes = List.copyOf(scopes);
    }
}
