package org.stillpoint.modelfile.onnx.translation;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.network.PlaceFunction;
import org.stillpoint.modelfile.tensor.Code;

/** What nodes do to the places of each channel, where that can be said exactly. */
final class PlaceFunctions {

    private static final BigInteger MAX_TIMES = BigInteger.valueOf(1 << 10);

    private PlaceFunctions() {
    }

    /** Of a pooling whose window pads both sides alike, and only by what is within reach. */
    static Optional<PlaceFunction> pooling(Node node) {
        Optional<List<Long>> window = node.integers("kernel_shape");
        if (window.isEmpty() || window.get().isEmpty() || node.integer("ceil_mode", 0) != 0 || node.operator().equals("LpPool")) {
            return Optional.empty();
        }
        Windows windows = Windows.of(node, window.get());
        if (windows.padding().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(node.operator().equals("MaxPool") ? new PlaceFunction.MaxPooling(windows.window(), windows.sliding())
                : new PlaceFunction.MeanPooling(windows.window(), windows.sliding(), node.integer("count_include_pad", 0) != 0));
    }

    static Optional<PlaceFunction> reduction(Node node, Known.Stream x, List<Integer> axes, boolean keeps) {
        boolean isOne = node.operator().equals("ReduceMean") || node.operator().equals("ReduceMax");
        boolean ofAllPlaces = IntStream.range(1, x.axes()).allMatch(axis -> axis == x.fromFront() || axes.contains(axis));
        return !isOne || axes.contains(0) || !ofAllPlaces || x.fromFront() == 0 ? Optional.empty()
                : Optional.of(new PlaceFunction.OverAll(node.operator().equals("ReduceMax"), keeps));
    }

    /** @param pads before and then behind each of these axes */
    static Optional<PlaceFunction> padding(Known.Stream x, List<Long> pads, List<Integer> axes, BigFraction value) {
        List<Integer> before = new ArrayList<>();
        List<Integer> behind = new ArrayList<>();
        for (int axis = 0; axis < x.axes(); axis++) {
            int at = axes.indexOf(axis);
            long first = at < 0 ? 0 : pads.get(at);
            long last = at < 0 ? 0 : pads.get(axes.size() + at);
            boolean isPlace = axis != 0 && axis != x.fromFront();
            if (first < 0 || last < 0 || first > Short.MAX_VALUE || last > Short.MAX_VALUE || !isPlace && first + last > 0) {
                return Optional.empty();
            }
            if (isPlace) {
                before.add((int) first);
                behind.add((int) last);
            }
        }
        return x.fromFront() == 0 ? Optional.empty() : Optional.of(new PlaceFunction.Padding(before, behind, value));
    }

    /** Of resizing by whole factors to the nearest place, if the one that is nearest is at the same factor of the way. */
    static Optional<PlaceFunction> resize(Node node, Scope scope, Known.Stream x, int count) throws IOException {
        int input = node.operator().equals("Upsample") || node.opset() < 11 ? 1 : 2;
        boolean hasFactors = node.has("scales")
                || scope.known(node, input) instanceof Known.Tensor tensor && tensor.entries() > 0;
        if (!isNearest(node) || !hasFactors || count != x.axes() || x.fromFront() == 0) {
            return Optional.empty();
        }
        List<BigFraction> factors = node.has("scales") ? node.attributes().codes("scales").stream().map(Code::number).toList()
                : scope.constants().numbers(scope.tensor(node, input));
        List<Integer> times = new ArrayList<>();
        for (int axis = 0; axis < Math.min(count, factors.size()); axis++) {
            BigFraction factor = factors.get(axis);
            boolean isWhole = factor.getDenominator().equals(BigInteger.ONE) && factor.signum() > 0
                    && factor.getNumerator().compareTo(MAX_TIMES) <= 0;
            if (!isWhole || axis == 0 && !factor.equals(BigFraction.ONE)) {
                return Optional.empty();
            }
            if (axis != 0 && axis != x.fromFront()) {
                times.add(factor.getNumerator().intValueExact());
            }
        }
        return times.size() == x.axes() - 2 ? Optional.of(new PlaceFunction.Repeating(times)) : Optional.empty();
    }

    private static boolean isNearest(Node node) {
        if (!node.text("mode", "nearest").equals("nearest")) {
            return false;
        }
        if (node.operator().equals("Upsample") || node.opset() < 11) {
            return true;
        }
        String coordinates = node.text("coordinate_transformation_mode", "half_pixel");
        String rounding = node.text("nearest_mode", "round_prefer_floor");
        return coordinates.equals("asymmetric") && rounding.equals("floor")
                || coordinates.equals("half_pixel") && rounding.startsWith("round_prefer");
    }
}
