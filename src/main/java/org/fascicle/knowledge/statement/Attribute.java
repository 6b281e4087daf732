package org.fascicle.knowledge.statement;

/** A statement under its name. */
public record Attribute(String name, String text) {}
