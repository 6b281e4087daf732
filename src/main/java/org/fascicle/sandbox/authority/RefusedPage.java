package org.fascicle.sandbox.authority;

import org.fascicle.look.Frame;

/** A request that cannot be answered, and why. */
public record RefusedPage(Frame frame, String why) {}
