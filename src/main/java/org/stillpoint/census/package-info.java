/**
 * All small ReLU networks at every point where their parameters and inputs are -1, 0 or 1: where the loss is differentiable, and
 * where backpropagation gives its derivative.
 */
package org.stillpoint.census;
