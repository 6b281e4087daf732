package org.fascicle.sandbox.authority;

/** The grant that a token belongs to. */
record GrantId(String id) {}
