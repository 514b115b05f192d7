package org.stillpoint.witness;

import java.util.Optional;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.statement.Statement;

/**
 * A training that contradicts a claim, or part of it, or what people make of it.
 *
 * @param claim the identifier of the claim
 * @param contradicts what is contradicted, one sentence
 * @param search the search that found it, if one did
 */
public record Counterexample(String claim, String contradicts, Optional<Searched> search, Network network, DataSet data,
                             Settings settings, Statement statement) implements Witness {

    public Counterexample foundBy(Searched searched) {
        return new Counterexample(claim, contradicts, Optional.of(searched), network, data, settings, statement);
    }
}
