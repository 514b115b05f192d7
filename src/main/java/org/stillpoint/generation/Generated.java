package org.stillpoint.generation;

import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;

/** Labelled samples and the teacher whose output has the sign of each label. */
public record Generated(DataSet data, Network teacher) {
}
