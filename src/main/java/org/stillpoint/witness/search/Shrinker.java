package org.stillpoint.witness.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.witness.Counterexample;

/**
 * Makes a counterexample smaller within the candidates of its search: first fewer samples, layers, units, inputs and steps, then plainer
 * numbers and labels, in the order in which a search goes through them.
 */
final class Shrinker {

    private static final int MAX_TRIES = 20_000;
    private static final int FIRST_MARK = 1_000;

    private final Search search;
    private final Consumer<Counterexample> listener;
    private int tries;

    /** @param listener told each counterexample that is smaller than those before */
    Shrinker(Search search, Consumer<Counterexample> listener) {
        this.search = search;
        this.listener = listener;
    }

    /** A counterexample from which nothing can be taken and in which no number can be made plainer, unless that takes too many tries. */
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
        Stream<Found> fewer = parts.smaller().flatMap(smaller -> drawn(smaller).stream().flatMap(draw -> at(smaller.size(), draw).stream()));
        Stream<Found> plainer = plainer(found.draw()).flatMap(draw -> at(parts.size(), draw).stream());
        return Stream.of(fewer, plainer).flatMap(next -> next).findFirst();
    }

    private Optional<Found> at(Size size, Draw draw) {
        return tries++ < MAX_TRIES ? Found.at(search, size, draw) : Optional.empty();
    }

    /**
     * The draw that these parts are made of. A candidate made of marks, numbers that occur nowhere else, tells where each number of a draw
     * goes.
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
            List<BigFraction> drawn = sameShape ? marks.stream().map(mark -> numbers.get(places.indexOf(mark))).toList() : List.of();
            return sameShape && !drawn.contains(BigFraction.ZERO) ? Optional.of(new Draw(drawn, parts.labels())) : Optional.empty();
        });
    }

    /** One absolute value replaced wherever it occurs, then one number, each by all plainer ones, then one label -1 by 1. */
    private static Stream<Draw> plainer(Draw draw) {
        List<BigFraction> numbers = draw.numbers();
        Stream<List<BigFraction>> everywhere = numbers.stream().map(BigFraction::abs).distinct().flatMap(value ->
                plainer(value).filter(other -> other.signum() > 0).map(other -> numbers.stream()
                        .map(number -> !number.abs().equals(value) ? number : number.signum() > 0 ? other : other.negate()).toList()));
        Stream<List<BigFraction>> once = IntStream.range(0, numbers.size()).boxed().flatMap(i ->
                plainer(numbers.get(i)).map(number -> with(numbers, i, number)));
        Stream<Draw> labels = IntStream.range(0, draw.labels().size()).filter(i -> draw.labels().get(i).signum() < 0)
                .mapToObj(i -> new Draw(numbers, with(draw.labels(), i, BigFraction.ONE)));
        return Stream.concat(Stream.concat(everywhere, once).map(list -> new Draw(list, draw.labels())), labels);
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
