package org.stillpoint.lab;

import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;

/**
 * A training that the lab shows.
 *
 * @param settings their steps play no part
 * @param maxBits the longest numerator or denominator of a parameter that is calculated with
 */
record Problem(Network start, DataSet data, Settings settings, int maxBits) {
}
