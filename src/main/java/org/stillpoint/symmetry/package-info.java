/**
 * Interchangeable units of hidden layers, and which claims apply to the training of a network, found by one {@code Rule} a kind.
 */
package org.stillpoint.symmetry;
