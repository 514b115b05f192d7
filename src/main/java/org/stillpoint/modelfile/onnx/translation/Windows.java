package org.stillpoint.modelfile.onnx.translation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.graph.operation.Sliding;
import org.stillpoint.modelfile.network.PlaceFunction;

/**
 * How the window of a convolution moves.
 *
 * @param padding what is done to the channels before, if the window does not pad both sides alike; empty if nothing
 * @param added how many places the window sees more than there are, by axis; empty if that depends on how many there are
 */
record Windows(Sliding sliding, Optional<Padding> padding, Optional<List<Integer>> added, List<Integer> window) {

    /**
     * What is done to each channel before.
     *
     * @param places the same exactly; empty if it depends on how many places there are
     */
    record Padding(String what, Optional<PlaceFunction> places) {
    }

    /** @param places of the kernel */
    static Windows of(Node node, List<Long> places) {
        int axes = places.size();
        NotUnderstood.unless(node.integers("kernel_shape").map(places::equals).orElse(true), "its kernels have other sizes than"
                + " it says");
        NotUnderstood.unless(places.stream().allMatch(place -> place >= 1 && place < 1 << 20), "kernels of "
                + Words.written(places) + " places");
        List<Integer> window = places.stream().map(Long::intValue).toList();
        List<Integer> strides = node.integers("strides", axes, 1);
        List<Integer> dilations = node.integers("dilations", axes, 1);
        NotUnderstood.unless(!strides.contains(0) && !dilations.contains(0), "a stride or dilation of 0");
        Windows plain = new Windows(new Sliding(strides, Collections.nCopies(axes, 0), dilations), Optional.empty(),
                Optional.of(Collections.nCopies(axes, 0)), window);
        return switch (node.text("auto_pad", "NOTSET")) {
            case "NOTSET" -> plain.padded(node.integers("pads", 2 * axes, 0));
            case "VALID" -> plain;
            case "SAME_UPPER" -> plain.same(true);
            case "SAME_LOWER" -> plain.same(false);
            default -> throw new NotUnderstood("a padding of an unknown kind");
        };
    }

    private Windows padded(List<Integer> pads) {
        int axes = window.size();
        List<Integer> before = pads.subList(0, axes);
        List<Integer> behind = pads.subList(axes, 2 * axes);
        List<Integer> total = new ArrayList<>();
        for (int i = 0; i < axes; i++) {
            total.add(before.get(i) + behind.get(i));
        }
        if (before.equals(behind)) {
            return new Windows(new Sliding(sliding.stride(), before, sliding.dilation()), Optional.empty(), Optional.of(total),
                    window);
        }
        Padding padding = new Padding("padding with zeros, " + before + " before and " + behind + " behind",
                Optional.of(new PlaceFunction.Padding(before, behind, BigFraction.ZERO)));
        return new Windows(sliding, Optional.of(padding), Optional.of(total), window);
    }

    private Windows same(boolean upper) {
        if (sliding.stride().stream().anyMatch(stride -> stride != 1)) {
            String what = "padding with zeros so that a window of " + window + ", " + sliding
                    + ", fits as often as there are strides, the odd one " + (upper ? "behind" : "before");
            return new Windows(sliding, Optional.of(new Padding(what, Optional.empty())), Optional.empty(), window);
        }
        List<Integer> before = new ArrayList<>();
        List<Integer> behind = new ArrayList<>();
        for (int i = 0; i < window.size(); i++) {
            int total = sliding.dilation().get(i) * (window.get(i) - 1);
            before.add(upper ? total / 2 : total - total / 2);
            behind.add(upper ? total - total / 2 : total / 2);
        }
        List<Integer> pads = new ArrayList<>(before);
        pads.addAll(behind);
        return padded(pads);
    }

    /** How often the window fits along an axis of places. */
    Size fits(int axis, Size places, Scope scope) {
        if (added.isEmpty()) {
            return scope.openSize();
        }
        long reach = (long) sliding.dilation().get(axis) * (window.get(axis) - 1);
        long room = added.get().get(axis) - reach;
        int stride = sliding.stride().get(axis);
        if (stride == 1 && room == 0) {
            return places;
        }
        return places instanceof Size.Fixed fixed && fixed.number() + room >= 1
                ? Size.of((fixed.number() + room - 1) / stride + 1) : scope.openSize();
    }
}
