/** The theorems about programs that are run again and again: each method runs one, and its contract says what then holds. */
package org.stillpoint.kernel.graph.theorem;
