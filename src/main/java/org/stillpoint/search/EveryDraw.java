package org.stillpoint.search;

import java.math.BigInteger;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/** Every list of numbers of exactly the height of a size, each with every list of labels. */
final class EveryDraw implements Draws {

    private BigInteger passed = BigInteger.ZERO;

    @Override
    public Stream<Draw> of(Size size, int numbers, boolean balanced) {
        List<List<BigFraction>> labels = labels(size, balanced);
        return labels.isEmpty() ? Stream.empty() : Numbers.lists(numbers, size.height())
                .flatMap(list -> labels.stream().map(row -> new Draw(list, row)))
                .peek(draw -> passed = passed.add(BigInteger.ONE));
    }

    /** How many draws were asked for until now. */
    BigInteger passed() {
        return passed;
    }

    /** How many draws a search asks for if nothing ends it, found without making them. */
    static BigInteger count(Stream<Size> sizes, BiConsumer<Size, Draws> search) {
        BigInteger[] sum = {BigInteger.ZERO};
        Draws counting = (size, numbers, balanced) -> {
            sum[0] = sum[0].add(count(size, numbers, balanced));
            return Stream.empty();
        };
        sizes.forEach(size -> search.accept(size, counting));
        return sum[0];
    }

    private static BigInteger count(Size size, int numbers, boolean balanced) {
        return Numbers.count(numbers, size.height()).multiply(BigInteger.valueOf(labels(size, balanced).size()));
    }

    private static List<List<BigFraction>> labels(Size size, boolean balanced) {
        return Numbers.labels(size.samples())
                .filter(labels -> !balanced || labels.stream().mapToInt(BigFraction::signum).sum() == 0).toList();
    }
}
