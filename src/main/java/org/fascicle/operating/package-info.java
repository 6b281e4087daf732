/**
 * For whoever runs the program: whether it lives, whether it can work, how much it does and how fast. Start at {@link
 * org.fascicle.operating.OperatingDoor}. Nothing here says anything of a patient.
 */
package org.fascicle.operating;
