package org.stillpoint.modelfile.tensorflow;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.BitSet;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Entries;

/** Entries that stand for other numbers than those that are stored. */
final class QuantisedEntries implements Entries {

    /** The codes of those q that have been met, which are not all if the tensor is small. */
    private record Met(long[] codes, BitSet known) {
    }

    private final Entries stored;
    private final Quantisation quantisation;

    /** May go when there is little memory, as a model has many tensors. */
    private SoftReference<Met> met = new SoftReference<>(null);

    /** @param stored the small integers */
    QuantisedEntries(Entries stored, Quantisation quantisation) {
        this.stored = stored;
        this.quantisation = quantisation;
    }

    @Override
    public void read(long from, long[] into) throws IOException {
        stored.read(from, into);
        synchronized (this) {
            Met now = met();
            for (int i = 0; i < into.length; i++) {
                int q = small(into[i]);
                if (!now.known.get(q)) {
                    now.codes[q] = quantisation.code(q);
                    now.known.set(q);
                }
                into[i] = now.codes[q];
            }
        }
    }

    private Met met() {
        Met now = met.get();
        if (now == null) {
            now = new Met(new long[quantisation.count()], new BitSet());
            met = new SoftReference<>(now);
        }
        return now;
    }

    private static int small(long code) {
        int scale = Code.scale(code);
        return code == 0 ? 0 : (int) (Code.mantissa(code) >> -scale);
    }
}
