package org.stillpoint.modelfile.network;

/** A tensor of which nothing is said, and why. */
public record NotAnalysed(String tensor, String why) {
}
