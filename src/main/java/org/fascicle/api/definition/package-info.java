/** The published definitions over FHIR: read, and searched by what names them. Everyone may. */
package org.fascicle.api.definition;
