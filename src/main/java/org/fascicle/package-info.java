/** Fascicle: a clinician's plugin for muscle twitching, on FHIR R4. Start at {@code Main}. */
package org.fascicle;
