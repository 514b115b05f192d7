/**
 * Looks for counterexamples to claims as they are written: a generator that knows nothing but the conditions in a claim's file,
 * and for each claim what it concludes. None may be found; and once a condition is left out, one must.
 */
package org.stillpoint.attack;
