package org.fascicle.sandbox.desk;

import org.fascicle.look.Frame;

/** What a newcomer sees. */
public record WelcomePage(Frame frame, Welcome welcome) {}
