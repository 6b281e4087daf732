package org.fascicle.about;

/** A statement under its name. */
public record Attribute(String name, String text) {}
