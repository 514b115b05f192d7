package org.stillpoint.lint.simplification;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.stillpoint.domain.DomainException;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Weights;

/** The entries of the tensors of a network in memory, each read once. */
final class Tensors {

    private static final long MOST = 50_000_000;

    private final Map<String, long[]> read = new HashMap<>();
    private long entries;

    /**
     * The entries as codes, not to be changed.
     *
     * @throws DomainException if one is not finite, or all tensors together have too many
     */
    long[] codes(Weights weights) throws IOException {
        long[] known = read.get(weights.name());
        if (known != null) {
            return known;
        }
        entries += weights.dimensions().entries();
        if (entries > MOST) {
            throw new DomainException("more than " + MOST + " parameters, expected a model that fits into memory");
        }
        long[] codes = new long[(int) weights.dimensions().entries()];
        weights.entries().read(0, codes);
        for (long code : codes) {
            if (!Code.isFinite(code)) {
                throw new DomainException("tensor " + weights.name()
                        + " has entries that are no finite numbers, expected numbers");
            }
        }
        read.put(weights.name(), codes);
        return codes;
    }
}
