/** Reads arrays that NumPy saved: one of them as npy, or many as npz. Objects in them are pickled Python, and never made. */
package org.stillpoint.modelfile.numpy;
