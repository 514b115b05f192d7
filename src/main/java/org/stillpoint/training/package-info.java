/**
 * The facade of the engines, and all that a caller needs of them: training by one engine or another, with every rule that moves
 * parameters; outputs, losses, gradients and traces, which are always those of the reference.
 */
package org.stillpoint.training;
