/** Claims KINK: what happens where pre-activations are exactly at a kink. */
package org.stillpoint.properties.kink;
