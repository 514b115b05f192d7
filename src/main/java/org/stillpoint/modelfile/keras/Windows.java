package org.stillpoint.modelfile.keras;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.stillpoint.graph.operation.Sliding;

/**
 * How a window moves over places, as Keras says it: {@code valid} leaves the places as they are, {@code same} adds zeros, as many
 * before as after or one more after, and {@code causal} adds them before.
 *
 * @param before zeros that are added before the places of each axis
 * @param after zeros that are added after them
 * @param places how many places come out, each -1 if that is not known
 */
record Windows(List<Integer> stride, List<Integer> dilation, List<Integer> before, List<Integer> after, List<Integer> places) {

    /**
     * @param window its size along each axis
     * @param places how many there are of each axis, -1 if that is not known
     * @throws NotUnderstood if how many zeros there are depends on sizes that are not known
     */
    static Windows of(Settings settings, List<Integer> window, List<Integer> places, List<Integer> stride)
            throws NotUnderstood {
        int axes = window.size();
        List<Integer> dilation = settings.integers("dilation_rate", axes, 1);
        String padding = settings.text("padding").orElse("valid");
        NotUnderstood.require(places.size() == axes && stride.size() == axes && dilation.size() == axes,
                "strides or dilations for other than " + axes + " axes");
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        List<Integer> out = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            int step = stride.get(axis);
            NotUnderstood.require(step > 0 && dilation.get(axis) > 0 && window.get(axis) > 0, "a stride or dilation below 1");
            int reach = Math.addExact(Math.multiplyExact(dilation.get(axis), window.get(axis) - 1), 1);
            int size = places.get(axis);
            int zeros = zeros(padding, step, reach, size);
            int first = padding.equals("causal") ? zeros : zeros / 2;
            before.add(first);
            after.add(zeros - first);
            out.add(size < 0 ? Flow.UNKNOWN : (Math.addExact(size, zeros) - reach) / step + 1);
            NotUnderstood.require(size < 0 || size + zeros >= reach, "a window of " + reach + " over " + size + " places");
        }
        return new Windows(stride, dilation, before, after, out);
    }

    private static int zeros(String padding, int stride, int reach, int size) throws NotUnderstood {
        switch (padding) {
            case "valid":
                return 0;
            case "causal":
                return reach - 1;
            case "same":
                NotUnderstood.require(stride == 1 || size >= 0, "padding \"same\" of places whose number is not known");
                return stride == 1 ? reach - 1 : Math.max(((size + stride - 1) / stride - 1) * stride + reach - size, 0);
            default:
                throw new NotUnderstood("an unknown padding");
        }
    }

    /** How the window moves where the zeros are the same on both sides, so that they belong to it. */
    Optional<Sliding> padded() {
        return before.equals(after) ? Optional.of(new Sliding(stride, before, dilation)) : Optional.empty();
    }

    /** How it moves over places that have got their zeros already. */
    Sliding unpadded() {
        return new Sliding(stride, Collections.nCopies(stride.size(), 0), dilation);
    }
}
