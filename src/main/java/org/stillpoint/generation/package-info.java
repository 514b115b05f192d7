/** Networks by the way they start, and data sets that a given architecture can realize; both made from a seed. */
package org.stillpoint.generation;
