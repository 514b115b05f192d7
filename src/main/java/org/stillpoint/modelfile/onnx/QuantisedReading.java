package org.stillpoint.modelfile.onnx;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Entries;
import org.stillpoint.modelfile.tensor.Weights;

/** Finds the numbers that integers in a graph stand for. */
final class QuantisedReading {

    private static final int CHUNK = 1 << 14;
    /** More scales than this, of all tensors, are not kept in memory. */
    private static final int MAX_SCALES = 1 << 21;
    /** More entries than this, of all tensors, are not tried. */
    private static final long MAX_TRIED = 1L << 28;
    private static final long ONE = 0x3FF0000000000000L;
    private static final int LEAST_EXPONENT = -1074;
    private static final int MOST_EXPONENT = 1023;
    private static final int PRECISION = 53;

    private long scalesKept;
    private long tried;

    /**
     * The numbers that integers stand for.
     *
     * @param name of the result
     * @return empty if integers, scale or zero point are not constants whose entries are known
     */
    Optional<Constant> of(OnnxGraph graph, Quantisation how, String name) throws IOException {
        Optional<Constant.Known> integers = integers(graph, how.integers());
        Optional<Weights> scale = how.scale().flatMap(graph::weights);
        Optional<Constant.Known> zeroPoint = how.zeroPoint().flatMap(one -> integers(graph, one));
        if (integers.isEmpty() || how.scale().isPresent() && scale.isEmpty()
                || how.zeroPoint().isPresent() && zeroPoint.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(numbers(integers.get(), scale, zeroPoint, how.axis(), name));
    }

    private static Optional<Constant.Known> integers(OnnxGraph graph, String name) {
        return graph.constant(name).map(constant -> constant instanceof Constant.Known known ? known : null)
                .filter(known -> known.integers().isPresent());
    }

    private Constant numbers(Constant.Known integers, Optional<Weights> scale, Optional<Constant.Known> zeroPoint,
                                    int axis, String name) throws IOException {
        Weights stored = integers.weights();
        Dimensions dimensions = stored.dimensions();
        int place = axis < 0 ? axis + dimensions.axes() : axis;
        Optional<Dimensions> ofScale = scale.map(Weights::dimensions);
        Optional<Dimensions> ofZeroPoint = zeroPoint.map(known -> known.weights().dimensions());
        long channels = Math.max(count(ofScale), count(ofZeroPoint));
        boolean isWhole = channels == 1 || place >= 0 && place < dimensions.axes() && channels == dimensions.size(place);
        if (!isWhole || !fits(ofScale, channels) || !fits(ofZeroPoint, channels)) {
            return unread(name, "is quantised otherwise than with one scale, or one for each index along an axis");
        }
        scalesKept += channels;
        if (scalesKept > MAX_SCALES) {
            return unread(name, "is quantised, and the model has more than " + MAX_SCALES + " scales");
        }
        try {
            long[] scales = scale.isEmpty() ? repeated(new long[] {ONE}, channels)
                    : read(scale.get().entries(), scale.get(), channels);
            long[] zeroPoints = zeroPoint.isEmpty() ? new long[(int) channels]
                    : read(zeroPoint.get().integers().orElseThrow(), zeroPoint.get().weights(), channels);
            if (!LongStream.of(scales).allMatch(Code::isFinite)) {
                return unread(name, "is quantised with a scale that is not finite");
            }
            Entries entries = new QuantisedEntries(integers.integers().orElseThrow(),
                    channels == 1 ? 1 : dimensions.stride(place), scales, zeroPoints);
            if (!haveRoom(scales, zeroPoints, stored.type())) {
                tried += dimensions.entries();
                if (tried > MAX_TRIED) {
                    return unread(name, "is quantised as " + stored.type() + ", and too large to try whether it is exact");
                }
                requireExact(entries, dimensions.entries());
            }
            return new Constant.Known(new Weights(name, stored.type() + ", quantised", true, dimensions, entries),
                    Optional.empty());
        } catch (ArithmeticException notExact) {
            return unread(name, "stands for numbers that no binary64 holds exactly, quantised as " + stored.type());
        }
    }

    private static long count(Optional<Dimensions> dimensions) {
        return dimensions.map(Dimensions::entries).orElse(1L);
    }

    private static boolean fits(Optional<Dimensions> dimensions, long channels) {
        long count = count(dimensions);
        return count == 1 || count == channels && dimensions.orElseThrow().axes() == 1;
    }

    private static long[] read(Entries entries, Weights weights, long channels) throws IOException {
        long[] all = new long[(int) weights.dimensions().entries()];
        entries.read(0, all);
        return repeated(all, channels);
    }

    private static long[] repeated(long[] all, long channels) {
        return all.length == channels ? all : LongStream.generate(() -> all[0]).limit(channels).toArray();
    }

    /** Whether a binary64 holds every multiple of every scale by an integer of the type less a zero point; then none is tried. */
    private static boolean haveRoom(long[] scales, long[] zeroPoints, String type) {
        int ofType = Byte.SIZE * Arrays.stream(ElementType.values()).filter(one -> one.id().equals(type))
                .mapToInt(ElementType::bytes).sum();
        int ofZeroPoints = Arrays.stream(zeroPoints).mapToInt(one -> Long.SIZE - Long.numberOfLeadingZeros(one ^ one >> 63))
                .max().orElse(0);
        int bits = Math.max(ofType, ofZeroPoints) + 1;
        return LongStream.of(scales).allMatch(scale -> {
            long mantissa = Math.abs(Code.mantissa(scale));
            int zeros = scale == 0 ? 0 : Long.numberOfTrailingZeros(mantissa);
            int length = Long.SIZE - Long.numberOfLeadingZeros(mantissa) - zeros;
            int lowest = Code.scale(scale) + zeros;
            return length + bits <= PRECISION && lowest >= LEAST_EXPONENT && lowest + length + bits <= MOST_EXPONENT;
        });
    }

    /** @throws ArithmeticException if an entry is a number that no binary64 holds */
    private static void requireExact(Entries entries, long count) throws IOException {
        for (long from = 0; from < count; from += CHUNK) {
            entries.read(from, new long[(int) Math.min(CHUNK, count - from)]);
        }
    }

    private static Constant unread(String name, String why) {
        return new Constant.Unread(new NotAnalysed(name, why));
    }
}
