/** What the lab in the browser calculates: one training, step by step, from a problem as JSON text to states as JSON text. */
package org.stillpoint.lab;
