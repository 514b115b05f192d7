package org.stillpoint.lint.survey;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.stillpoint.modelfile.tensor.Weights;

/** One pass through the entries of a tensor in chunks, of large ones in several parts at once. */
final class Walk {

    /** Sees the entries, each in one call. */
    interface Visitor {

        /**
         * Some entries of a block.
         *
         * @param codes of which {@code count} from {@code at} on are seen
         * @param index of the block along the outer axes
         * @param place of the first entry in the block
         */
        void see(long[] codes, int at, int count, long[] index, long place);
    }

    private Walk() {
    }

    /**
     * Lets visitors see all entries.
     *
     * @param parts how many visitors there may be
     * @return the visitors, each of which saw a part of the entries
     */
    static <V extends Visitor> List<V> through(Weights weights, Layout layout, Settings settings, int parts, Progress progress,
                                               Supplier<V> visitor) throws IOException {
        long entries = weights.dimensions().entries();
        long used = entries < settings.largest() ? 1 : Math.max(1, Math.min(Math.min(parts, settings.parts()), entries));
        return AtOnce.of((int) used, part -> {
            V each = visitor.get();
            walk(weights, layout, settings, progress, part * (entries / used),
                    part == used - 1 ? entries : (part + 1) * (entries / used), each);
            return each;
        });
    }

    private static void walk(Weights weights, Layout layout, Settings settings, Progress progress, long from, long to,
                             Visitor visitor) throws IOException {
        long[] codes = new long[(int) Math.min(settings.chunk(), to - from)];
        long[] index = new long[layout.outer()];
        for (long done = from; done < to; done += codes.length) {
            int count = (int) Math.min(codes.length, to - done);
            weights.entries().read(done, codes, 0, count);
            for (int at = 0; at < count; ) {
                long place = (done + at) % layout.block();
                int some = (int) Math.min(count - at, layout.block() - place);
                layout.outer((done + at) / layout.block(), index);
                visitor.see(codes, at, some, index, place);
                at += some;
            }
            progress.read(count);
        }
    }
}
