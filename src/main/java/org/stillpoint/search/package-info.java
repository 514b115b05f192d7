/**
 * The search for counterexamples, smallest first: by depth, then widths, samples, steps and height of the numbers, and among
 * those of one size in the order of their numbers, so that the first hit is the smallest in the scope.
 */
package org.stillpoint.search;
