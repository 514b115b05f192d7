/**
 * Forward computations of a model, stated node by node: parameters, inputs, what is computed of them, and the loss. Shapes are
 * checked when a node is made.
 */
package org.stillpoint.graph.model;
