/**
 * From the graph of an ONNX file to layers. Whatever is not certainly understood becomes a layer without rules, of which nothing
 * is supposed, so that what is said of the others stays true.
 */
package org.stillpoint.modelfile.onnx.translation;
