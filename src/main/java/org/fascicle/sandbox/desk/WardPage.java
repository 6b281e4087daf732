package org.fascicle.sandbox.desk;

import org.fascicle.look.Frame;
import org.fascicle.sandbox.authority.Person;

/** The ward, for a signed-in clinician. */
public record WardPage(Frame frame, Person clinician, WardList list) {}
