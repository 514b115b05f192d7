/** The way back from a smaller network to an ONNX file, which is read again and compared before anyone is told of it. */
package org.stillpoint.lint.simplification.onnx;
