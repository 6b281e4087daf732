/** What many tests share: random cases, the validator, a running server. */
package org.fascicle.testing;
