/**
 * Backpropagation and gradient descent on exact fractions, for multilayer perceptrons of every depth and width. Each method has a
 * contract in the words of {@code specs/}, and a proof that it holds for every number and every size; whoever calls a method has
 * to see to what its contract requires, since nothing is checked here. Arrays: {@code w[l][j][k]} is the weight into unit j of
 * layer l from unit k below, {@code b[l][j]} its bias, where an empty row is a layer without one.
 */
package org.stillpoint.kernel;
