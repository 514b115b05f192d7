/** Claims SYM: units that are equal, and units in another order. */
package org.stillpoint.properties.symmetry;
