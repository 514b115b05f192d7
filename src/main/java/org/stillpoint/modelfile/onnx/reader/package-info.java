/** What is said of an ONNX file: its tensors, and how its graph uses them. */
package org.stillpoint.modelfile.onnx.reader;
