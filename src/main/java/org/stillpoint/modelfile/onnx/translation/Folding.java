package org.stillpoint.modelfile.onnx.translation;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/** Computes with shapes and other lists of integers as far as they are known. */
final class Folding {

    private static final int MAX_ENTRIES = 1 << 10;
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private Folding() {
    }

    /** What a node makes of integers; empty if it is not such a node, or nobody knows. */
    static Optional<Known.Numbers> of(Node node, Scope scope) throws IOException {
        if (!node.isStandard() || node.proto().getOutputCount() != 1) {
            return Optional.empty();
        }
        return switch (node.operator()) {
            case "Shape" -> shape(node, scope);
            case "Gather" -> gather(node, scope);
            case "Slice" -> slice(node, scope);
            case "Concat" -> concatenation(node, scope);
            case "Identity", "Cast" -> numbers(node, 0, scope).filter(all -> !node.operator().equals("Cast")
                    || !Types.isFloating((int) node.integer("to", 0)));
            case "Unsqueeze" -> numbers(node, 0, scope).filter(Known.Numbers::scalar)
                    .map(one -> new Known.Numbers(one.entries(), false));
            case "Squeeze" -> numbers(node, 0, scope).filter(all -> all.entries().size() == 1)
                    .map(one -> new Known.Numbers(one.entries(), true));
            case "Reshape" -> isOneAxis(node, scope)
                    ? numbers(node, 0, scope).map(all -> new Known.Numbers(all.entries(), false)) : Optional.empty();
            case "Add" -> entrywise(node, scope, BigInteger::add);
            case "Sub" -> entrywise(node, scope, BigInteger::subtract);
            case "Mul" -> entrywise(node, scope, BigInteger::multiply);
            case "Div" -> entrywise(node, scope, (a, b) -> b.signum() == 0 ? MAX.add(BigInteger.ONE) : a.divide(b));
            default -> Optional.empty();
        };
    }

    private static Optional<Known.Numbers> shape(Node node, Scope scope) {
        Known what = scope.known(node, 0);
        Optional<List<Size>> sizes = what instanceof Known.Stream stream ? stream.sizes()
                : what instanceof Known.Tensor tensor ? Optional.of(Size.all(tensor.seenAs())) : scope.told(node.input(0));
        return sizes.map(all -> {
            int start = clamped(node.integer("start", 0), all.size());
            int end = clamped(node.integer("end", all.size()), all.size());
            return new Known.Numbers(all.subList(start, Math.max(start, end)), false);
        });
    }

    private static int clamped(long index, int count) {
        return (int) Math.max(0, Math.min(count, index < 0 ? index + count : index));
    }

    private static Optional<Known.Numbers> numbers(Node node, int input, Scope scope) throws IOException {
        return scope.constants().sizes(node, input);
    }

    private static Optional<Known.Numbers> gather(Node node, Scope scope) throws IOException {
        Optional<Known.Numbers> from = numbers(node, 0, scope).filter(all -> !all.scalar());
        boolean isSome = scope.known(node, 0) instanceof Known.SomeShape;
        Optional<Known.Numbers> at = from.isEmpty() && !isSome ? Optional.empty() : numbers(node, 1, scope);
        if (isSome) {
            return at.map(all -> new Known.Numbers(all.entries().stream().map(index -> scope.openSize()).toList(), all.scalar()));
        }
        if (at.isEmpty()) {
            return Optional.empty();
        }
        List<Size> picked = new ArrayList<>();
        for (Size index : at.get().entries()) {
            int count = from.get().entries().size();
            if (!(index instanceof Size.Fixed fixed) || fixed.number() < -count || fixed.number() >= count) {
                return Optional.empty();
            }
            picked.add(from.get().entries().get((int) (fixed.number() < 0 ? fixed.number() + count : fixed.number())));
        }
        return Optional.of(new Known.Numbers(picked, at.get().scalar()));
    }

    private static Optional<Known.Numbers> slice(Node node, Scope scope) throws IOException {
        Optional<Known.Numbers> from = numbers(node, 0, scope).filter(all -> !all.scalar());
        if (from.isEmpty() || node.has(4) && !scope.constants().integers(node, 4).equals(List.of(1L))) {
            return Optional.empty();
        }
        Optional<List<Long>> starts = scope.constants().integers(node, "starts", 1);
        Optional<List<Long>> ends = scope.constants().integers(node, "ends", 2);
        if (starts.isEmpty() || ends.isEmpty() || starts.get().size() != 1 || ends.get().size() != 1) {
            return Optional.empty();
        }
        List<Size> all = from.get().entries();
        int start = clamped(starts.get().get(0), all.size());
        int end = clamped(ends.get().get(0), all.size());
        return Optional.of(new Known.Numbers(all.subList(start, Math.max(start, end)), false));
    }

    private static Optional<Known.Numbers> concatenation(Node node, Scope scope) throws IOException {
        List<Size> all = new ArrayList<>();
        for (int i = 0; i < node.proto().getInputCount(); i++) {
            Optional<Known.Numbers> part = numbers(node, i, scope);
            if (part.isPresent()) {
                all.addAll(part.get().entries());
            } else if (scope.told(node.input(i)).filter(List.of(Size.ONE)::equals).isPresent()) {
                all.add(scope.openSize());
            } else {
                return Optional.empty();
            }
            if (all.size() > MAX_ENTRIES) {
                return Optional.empty();
            }
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(new Known.Numbers(all, false));
    }

    private static boolean isOneAxis(Node node, Scope scope) throws IOException {
        return scope.constants().sizes(node, 1).filter(to -> to.entries().size() == 1 && !to.scalar()).isPresent();
    }

    private static Optional<Known.Numbers> entrywise(Node node, Scope scope, BinaryOperator<BigInteger> operation)
            throws IOException {
        Optional<Known.Numbers> one = numbers(node, 0, scope);
        Optional<Known.Numbers> two = numbers(node, 1, scope);
        if (one.isEmpty() || two.isEmpty()) {
            return Optional.empty();
        }
        List<Size> a = one.get().entries();
        List<Size> b = two.get().entries();
        if (a.size() != b.size() && a.size() != 1 && b.size() != 1) {
            return Optional.empty();
        }
        List<Size> made = IntStream.range(0, Math.max(a.size(), b.size())).mapToObj(i ->
                combined(a.get(a.size() == 1 ? 0 : i), b.get(b.size() == 1 ? 0 : i), operation, scope)).toList();
        return Optional.of(new Known.Numbers(made, one.get().scalar() && two.get().scalar()));
    }

    private static Size combined(Size one, Size two, BinaryOperator<BigInteger> operation, Scope scope) {
        if (one instanceof Size.Fixed a && two instanceof Size.Fixed b) {
            BigInteger made = operation.apply(BigInteger.valueOf(a.number()), BigInteger.valueOf(b.number()));
            if (made.bitLength() < Long.SIZE) {
                return Size.of(made.longValueExact());
            }
        }
        return scope.openSize();
    }
}
