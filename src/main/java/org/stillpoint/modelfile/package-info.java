/**
 * Files with the weights of models, as other tools write them, each format in a room of its own. Nothing in a file is ever run,
 * no path leads out of its folder, and entries are read piece by piece, so that a file may be much larger than the memory.
 */
package org.stillpoint.modelfile;
