/** Closes the contracts and the lemmas of this build with KeY: each by the steps of its saved proof, or by a search. */
package org.stillpoint.proof;
