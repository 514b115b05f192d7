/**
 * The model of the theory: each word of it as a function that can be computed, written by hand a second time beside its rules.
 */
package org.stillpoint.contract;
