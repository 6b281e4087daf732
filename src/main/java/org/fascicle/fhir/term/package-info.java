/**
 * The code systems we speak and the codes we use of them: the only place where a foreign code is written down. Beside the
 * codes, the names and units by which charts call the same things.
 */
package org.fascicle.fhir.term;
