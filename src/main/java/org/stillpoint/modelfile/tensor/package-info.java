/**
 * Tensors of model files: where their bytes are, how their entries are stored, and the entries themselves, each as an integer
 * that says exactly which number it is.
 */
package org.stillpoint.modelfile.tensor;
