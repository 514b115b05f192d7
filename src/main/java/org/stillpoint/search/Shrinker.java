package org.stillpoint.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.witness.Counterexample;

/**
 * Makes a counterexample smaller within the candidates of its search: first fewer samples, layers, units, inputs and steps, then
 * plainer numbers and labels, in the order in which a search goes through them.
 */
final class Shrinker {

    private static final int MAX_TRIES = 20_000;
    private static final int FIRST_MARK = 1_000;
    private static final int OTHER_HEIGHT = 2;

    private final Search search;
    private final Consumer<Counterexample> listener;
    private int tries;

    /** @param listener told each counterexample that is smaller than those before */
    Shrinker(Search search, Consumer<Counterexample> listener) {
        this.search = search;
        this.listener = listener;
    }

    /**
     * A counterexample from which nothing can be taken and in which no number can be made plainer, unless that takes too many
     * tries.
     */
    Counterexample smallest(Found found) {
        Found smallest = found;
        Optional<Found> next = Optional.of(found);
        while (next.isPresent()) {
            smallest = next.get();
            listener.accept(smallest.counterexample());
            next = next(smallest);
        }
        return smallest.counterexample();
    }

    private Optional<Found> next(Found found) {
        Parts parts = Parts.of(found.counterexample());
        Stream<Found> fewer = parts.smaller().flatMap(smaller -> at(smaller.size(), drawn(smaller).stream()));
        Stream<Found> fewerAndOther = parts.smaller()
                .flatMap(smaller -> at(smaller.size(), drawn(smaller).stream().flatMap(Shrinker::others)));
        Stream<Found> plainer = at(parts.size(), plainer(found.draw()));
        return Stream.of(fewer, fewerAndOther, plainer).flatMap(next -> next).findFirst();
    }

    private Stream<Found> at(Size size, Stream<Draw> draws) {
        return draws.filter(draw -> tries++ < MAX_TRIES).flatMap(draw -> Found.at(search, size, draw).stream());
    }

    /**
     * The draw that these parts are made of. A candidate made of marks, numbers that occur nowhere else, tells where each number
     * of a draw goes.
     */
    private Optional<Draw> drawn(Parts parts) {
        List<BigFraction> marks = new ArrayList<>();
        Optional<Counterexample> marked = search.candidates(parts.size(), (size, numbers, balanced) -> {
            IntStream.range(0, numbers).forEach(i -> marks.add(new BigFraction(1, FIRST_MARK + i)));
            return Found.fits(parts.labels(), balanced) ? Stream.of(new Draw(marks, parts.labels())) : Stream.empty();
        }).findFirst();
        return marked.map(Parts::of).map(Parts::numbers).flatMap(places -> {
            List<BigFraction> numbers = parts.numbers();
            boolean sameShape = places.size() == numbers.size() && places.containsAll(marks);
            List<BigFraction> drawn = sameShape ? marks.stream().map(mark -> numbers.get(places.indexOf(mark))).toList()
                    : List.of();
            return sameShape && !drawn.contains(BigFraction.ZERO) ? Optional.of(new Draw(drawn, parts.labels()))
                    : Optional.empty();
        });
    }

    /** One number replaced by any of a small height: what was taken out may have been what set it. */
    private static Stream<Draw> others(Draw draw) {
        List<BigFraction> numbers = draw.numbers();
        return IntStream.range(0, numbers.size()).boxed().flatMap(i -> Numbers.alphabet(OTHER_HEIGHT).stream()
                .map(number -> new Draw(with(numbers, i, number), draw.labels())));
    }

    /** Draws that come earlier in a search: each changes one number, all of one absolute value, the order of two, or signs. */
    private static Stream<Draw> plainer(Draw draw) {
        List<BigFraction> numbers = draw.numbers();
        Stream<List<BigFraction>> everywhere = numbers.stream().map(BigFraction::abs).distinct().flatMap(value ->
                plainer(value).filter(other -> other.signum() > 0).map(other -> numbers.stream()
                        .map(number -> !number.abs().equals(value) ? number : number.signum() > 0 ? other : other.negate())
                        .toList()));
        Stream<List<BigFraction>> once = IntStream.range(0, numbers.size()).boxed().flatMap(i ->
                plainer(numbers.get(i)).map(number -> with(numbers, i, number)));
        Stream<List<BigFraction>> lists = Stream.of(everywhere, once, exchanges(numbers)).flatMap(changed -> changed);
        return Stream.of(lists.map(list -> new Draw(list, draw.labels())),
                exchanges(draw.labels()).map(list -> new Draw(numbers, list)), signs(draw)).flatMap(changed -> changed);
    }

    /** A negative number or label made positive, alone, with the sign of a later one, or with those of all up to a later one. */
    private static Stream<Draw> signs(Draw draw) {
        int size = draw.numbers().size();
        List<BigFraction> all = Stream.concat(draw.numbers().stream(), draw.labels().stream()).toList();
        return IntStream.range(0, all.size()).filter(i -> all.get(i).signum() < 0).boxed()
                .flatMap(i -> IntStream.range(i, all.size()).boxed().flatMap(j -> Stream.of(
                        negated(all, k -> k == i || k == j), negated(all, k -> i <= k && k <= j))))
                .distinct().map(list -> new Draw(list.subList(0, size), list.subList(size, list.size())));
    }

    private static List<BigFraction> negated(List<BigFraction> list, IntPredicate places) {
        return IntStream.range(0, list.size()).mapToObj(k -> places.test(k) ? list.get(k).negate() : list.get(k)).toList();
    }

    /** Two neighbours exchanged, so that the plainer one comes first. */
    private static Stream<List<BigFraction>> exchanges(List<BigFraction> list) {
        return IntStream.range(1, list.size()).filter(i -> plainer(list.get(i - 1)).anyMatch(list.get(i)::equals))
                .mapToObj(i -> with(with(list, i - 1, list.get(i)), i, list.get(i - 1)));
    }

    /** The non-zero numbers before this one. */
    private static Stream<BigFraction> plainer(BigFraction number) {
        List<BigFraction> all = Numbers.alphabet(number.getNumerator().abs().max(number.getDenominator()).intValueExact());
        return all.stream().limit(all.indexOf(number));
    }

    private static <T> List<T> with(List<T> list, int i, T element) {
        List<T> changed = new ArrayList<>(list);
        changed.set(i, element);
        return Collections.unmodifiableList(changed);
    }
}
