/** Contracts as Java that runs: they hold on calls of real methods, and fail on other results. */
package org.stillpoint.proof.runnable;
