/**
 * Models of TensorFlow.js: a description in JSON, and the weights in files beside it. No path leads out of their folder.
 */
package org.stillpoint.modelfile.tensorflow;
