/** The code systems we speak and the codes we use of them: the only place where a foreign code is written down. */
package org.fascicle.fhir.term;
