/**
 * Training programs of models: the forward part, the derivatives by reverse mode, the update of an optimiser; and a check that a
 * program is the gradient of its forward part.
 */
package org.stillpoint.graph.training;
