/**
 * Operations on numbers and tensors: what a forward graph is made of, how errors go back through each, and what optimisers do.
 * What they declare of zeros is tested over random exact tensors, as their pulls are against exact derivatives; it is not
 * proved.
 */
package org.stillpoint.graph.operation;
