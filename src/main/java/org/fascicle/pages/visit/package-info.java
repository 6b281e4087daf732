/** What every page of a launch has: whose it is, in which language, what was sent, how it is answered. */
package org.fascicle.pages.visit;
