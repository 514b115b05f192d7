/** The model of the theory: each word of it as a function that can be computed, written from the mathematics and not from its rules. */
package org.stillpoint.contract;
