package org.stillpoint.lint.simplification;

/**
 * A unit that could go, but for one thing.
 *
 * @param layer the one that makes it
 * @param tensor of that layer
 * @param unit its index along the axis of units in the tensor of the file, from 0
 * @param why it stays, a clause
 */
public record Obstacle(String layer, String tensor, int unit, String why) {
}
