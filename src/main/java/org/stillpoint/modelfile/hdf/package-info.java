/**
 * HDF5 files: their groups, the strings that are told of them, and the tensors in them. The structures are decoded by jhdf; what
 * it may read, and how much of it, is decided here. No link out of the file is followed.
 */
package org.stillpoint.modelfile.hdf;
