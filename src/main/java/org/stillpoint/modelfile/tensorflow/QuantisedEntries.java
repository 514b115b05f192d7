package org.stillpoint.modelfile.tensorflow;

import java.io.IOException;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Entries;

/** Entries that stand for other numbers than those that are stored. */
final class QuantisedEntries implements Entries {

    private final Entries stored;
    private final Quantisation quantisation;
    private long[] codes;

    /** @param stored the small integers */
    QuantisedEntries(Entries stored, Quantisation quantisation) {
        this.stored = stored;
        this.quantisation = quantisation;
    }

    @Override
    public void read(long from, long[] into) throws IOException {
        stored.read(from, into);
        long[] meant = codes();
        for (int i = 0; i < into.length; i++) {
            into[i] = meant[small(into[i])];
        }
    }

    private synchronized long[] codes() {
        if (codes == null) {
            codes = quantisation.codes();
        }
        return codes;
    }

    private static int small(long code) {
        int scale = Code.scale(code);
        long mantissa = Code.mantissa(code);
        return code == 0 ? 0 : (int) (scale < 0 ? mantissa >> -scale : mantissa << scale);
    }
}
