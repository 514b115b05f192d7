package org.stillpoint.witness;

import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.statement.Statement;

/**
 * A training that shows what can happen in a cell of the decision table.
 *
 * @param cell its name in words
 * @param shows what happens, one sentence
 */
public record Example(String cell, String shows, Network network, DataSet data, Settings settings, Statement statement)
        implements Witness {
}
