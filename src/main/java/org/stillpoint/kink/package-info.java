/** What the loss does at kinks: its one-sided derivatives, whether it has a derivative, and what a gradient is beside them. */
package org.stillpoint.kink;
