/** Data sets that a given architecture can realize, made from a seed. */
package org.stillpoint.generation;
