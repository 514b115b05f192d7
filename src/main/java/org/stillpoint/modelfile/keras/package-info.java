/**
 * Models of Keras, in HDF5 and in its own archives: what their configurations say of layers, as layers of ours. Keras stores
 * matrices as inputs x units and has the channels last, if nothing else is said.
 */
package org.stillpoint.modelfile.keras;
