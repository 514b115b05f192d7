package org.stillpoint.enumeration;

import java.util.function.Supplier;
import org.stillpoint.domain.Network;

/**
 * Where some trainings end that have the same last network, up to the order of hidden units, and started with equally many different units.
 *
 * @param networks how many trainings these are
 * @param first the lowest index among their starts
 * @param unitsAtStart how many of the hidden units at the start are different
 * @param units how many of the hidden units at the end are different
 * @param correct how many samples are classified correctly at the end
 * @param network the network at the end, made when asked for
 */
public record Ending(long networks, long first, int unitsAtStart, int units, int correct, Supplier<Network> network) {
}
