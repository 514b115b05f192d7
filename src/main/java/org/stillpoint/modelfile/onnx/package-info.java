/**
 * Reads ONNX files and writes them again. Long tensors stay in the file: what is held in memory is the model without them, and
 * where each of them is.
 */
package org.stillpoint.modelfile.onnx;
