package org.fascicle.sandbox.authority;

/** An invented clinician or patient: logical id of the resource, and a name to show. */
public record Person(String id, String name) {}
