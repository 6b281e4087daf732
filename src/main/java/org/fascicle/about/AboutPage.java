package org.fascicle.about;

import org.fascicle.look.Frame;

/** The statements as a page. */
public record AboutPage(Frame frame, About about) {}
