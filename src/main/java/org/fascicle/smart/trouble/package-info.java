/**
 * What can go wrong on the way from the EHR's launch to our first page, in words for a clinician. May use the JDK only.
 */
package org.fascicle.smart.trouble;
