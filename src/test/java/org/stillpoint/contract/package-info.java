/** The words of the contracts as functions that can be computed, one for each {@code \dl_} name, written from specs/theory. */
package org.stillpoint.contract;
