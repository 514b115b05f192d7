/** Interchangeable units of hidden layers, and what follows from them for training. */
package org.stillpoint.symmetry;
