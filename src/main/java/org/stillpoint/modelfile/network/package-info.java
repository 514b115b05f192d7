/**
 * How a model uses its weights: layers from values to values, whose channels are told apart. What a reader does not understand is
 * a layer without rules, of which nothing is supposed.
 */
package org.stillpoint.modelfile.network;
