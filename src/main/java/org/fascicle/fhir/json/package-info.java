/**
 * FHIR JSON, written directly: what a result is composed in, so that a line of bulk data never has to become HAPI
 * structures on its way out. Jackson only.
 */
package org.fascicle.fhir.json;
