/** Claims BLOCK and STATE: zeros in a block of a larger model, and weights set to zero under an optimiser that remembers. */
package org.stillpoint.properties.block;
