package org.stillpoint.modelfile.network;

/**
 * What is passed from layer to layer: a tensor, of which one axis are the channels. Its other sizes are not known.
 *
 * @param id no other value of the network has it
 * @param name as the file calls it
 * @param axis where the channels are: from 0 counted from the first axis, below 0 from the last, which is -1
 */
public record Value(int id, String name, Channels channels, int axis) {
}
