package org.stillpoint.lab.substitute;

import java.util.List;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.Certainty;

/** The engine of enclosures, which the lab is without: it refuses smooth activations before anything would be enclosed. */
public final class Enclosing {

    private Enclosing() {
    }

    /** Never a result. */
    public static List<List<List<Real>>> preactivations(Network network, DataSet data, Certainty certainty) {
        throw new DomainException("a smooth activation, expected one that is exact over the rationals");
    }
}
