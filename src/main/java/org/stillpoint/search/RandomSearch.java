package org.stillpoint.search;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.witness.Counterexample;
import org.stillpoint.witness.Searched;

/**
 * Looks for a counterexample at random, among candidates that are larger than a scope, and makes what it finds as small as it
 * can. It is not exhaustive. The same seed gives the same on every machine: {@link Random} is specified to the bit.
 */
public final class RandomSearch {

    private static final int MORE_LAYERS = 1;
    private static final int MORE = 2;
    private static final int SIZES_A_TRY = 200;
    private static final int TRIES_AT_ONCE = 128;
    private static final int LONGEST = 1_024;
    private static final String SHORT = "(2 depth - 1)^steps at most " + LONGEST;

    private final Search search;
    private final Scope scope;
    private final long seed;
    private final Random random;

    /** @param scope that the search has gone through */
    public RandomSearch(Search search, Scope scope, long seed) {
        this.search = search;
        this.scope = scope;
        this.seed = seed;
        this.random = new Random(seed);
    }

    /**
     * Looks at random candidates, on all cores, until one is a counterexample, then shrinks it.
     *
     * @param tries at most, from 0
     * @param progress told how many tries are behind
     * @param best told the counterexample found, then each smaller one
     */
    public Beyond run(int tries, Consumer<Integer> progress, Consumer<Counterexample> best) {
        int tried = 0;
        while (tried < tries) {
            List<Try> drawn = new ArrayList<>();
            FirstHit<Found> hits = new FirstHit<>();
            while (drawn.size() < Math.min(tries - tried, TRIES_AT_ONCE) && !hits.isKnown()) {
                Try next = next(part());
                drawn.add(next);
                hits.add(next::firstHit);
            }
            Optional<FirstHit.Hit<Found>> hit = hits.await();
            int without = hit.map(FirstHit.Hit::place).orElse(drawn.size());
            IntStream.rangeClosed(tried + 1, tried + without).forEach(progress::accept);
            tried += without;
            if (hit.isPresent()) {
                return shrunk(tried + 1, drawn.get(without).part(), hit.get().found(), best);
            }
        }
        return outcome(tries, Optional.empty());
    }

    private Beyond shrunk(int tried, Search part, Found found, Consumer<Counterexample> best) {
        Shrinker shrinker = new Shrinker(part, smaller -> best.accept(foundAt(tried, smaller)));
        Counterexample hit = foundAt(tried, found.counterexample());
        return outcome(tried, Optional.of(foundAt(tried, shrinker.smallest(new Found(found.draw(), hit)))));
    }

    private Counterexample foundAt(int tried, Counterexample found) {
        return found.foundBy(new Searched(search.conditions() + "; " + words(tried) + ", then shrunk", tried));
    }

    private Beyond outcome(int tried, Optional<Counterexample> found) {
        return new Beyond(words(tried), seed, sizes(), SHORT, tried, found);
    }

    private String words(int tried) {
        return candidates(tried) + " with seed " + seed + ", which is not exhaustive, beyond the scope " + scope
                + ": up to " + sizes() + ", with " + SHORT;
    }

    private static String candidates(int tried) {
        return tried + " random candidate" + (tried == 1 ? "" : "s");
    }

    private String sizes() {
        return Scope.words(layers(), width(), steps(), samples(), height());
    }

    /** One of the searches that the search is made of. */
    private Search part() {
        List<Search> parts = search.parts();
        return parts.size() == 1 ? parts.get(0) : parts.get(random.nextInt(parts.size()));
    }

    /**
     * What is decided as one candidate.
     *
     * @param draws that it is made of; none if nothing that was drawn made a candidate
     * @param candidates that are made of the first of them
     */
    private record Try(Search part, List<Draw> draws, List<Counterexample> candidates) {

        Optional<Found> firstHit() {
            return candidates.stream().filter(Counterexample::holds).findFirst().map(hit -> new Found(draws.get(0), hit));
        }
    }

    private Try next(Search part) {
        for (int i = 0; i < SIZES_A_TRY; i++) {
            Size size = size();
            List<Draw> drawn = new ArrayList<>();
            if (isBeyond(size) && isShort(size)) {
                List<Counterexample> candidates = part.candidates(size,
                        (of, numbers, balanced) -> draw(of, numbers, balanced).peek(drawn::add)).toList();
                if (!candidates.isEmpty()) {
                    return new Try(part, drawn, candidates);
                }
            }
        }
        return new Try(part, List.of(), List.of());
    }

    private Size size() {
        List<Integer> widths = new ArrayList<>();
        IntStream.range(0, 1 + random.nextInt(layers())).forEach(l -> widths.add(1 + random.nextInt(width())));
        widths.add(1);
        return new Size(widths, 1 + random.nextInt(samples()), random.nextInt(steps() + 1), 1 + random.nextInt(height()));
    }

    private boolean isBeyond(Size size) {
        return size.layers() > scope.depth() || size.widths().stream().anyMatch(width -> width > scope.width())
                || size.samples() > scope.samples() || size.steps() > scope.steps() || size.height() > scope.height();
    }

    /**
     * A step of L layers can make numbers 2L - 1 times as long: the gradient of a squared loss has that degree in the weights.
     */
    private static boolean isShort(Size size) {
        return BigInteger.valueOf(2L * size.layers() - 1).pow(size.steps()).compareTo(BigInteger.valueOf(LONGEST)) <= 0;
    }

    private Stream<Draw> draw(Size size, int numbers, boolean balanced) {
        if (balanced && size.samples() % 2 == 1) {
            return Stream.empty();
        }
        List<BigFraction> alphabet = Numbers.alphabet(size.height());
        List<BigFraction> list = random.ints(numbers, 0, alphabet.size()).mapToObj(alphabet::get).toList();
        List<BigFraction> labels = new ArrayList<>(IntStream.range(0, size.samples())
                .mapToObj(i -> (balanced ? i % 2 == 0 : random.nextBoolean()) ? BigFraction.ONE : BigFraction.MINUS_ONE)
                .toList());
        Collections.shuffle(labels, random);
        return Stream.of(new Draw(list, labels));
    }

    private int layers() {
        return scope.depth() + MORE_LAYERS;
    }

    private int width() {
        return scope.width() + MORE;
    }

    private int steps() {
        return scope.steps() + MORE;
    }

    private int samples() {
        return scope.samples() + MORE;
    }

    private int height() {
        return scope.height() + MORE;
    }

    /**
     * What a random search ends with.
     *
     * @param scope what was searched, in words
     * @param seed of the candidates
     * @param sizes the largest that a candidate can have, in words
     * @param length what keeps the numbers of a candidate short, in words
     * @param tries the candidates looked at before shrinking
     * @param counterexample shrunk, if one was found
     */
    public record Beyond(String scope, long seed, String sizes, String length, int tries,
                          Optional<Counterexample> counterexample) {

        /** How many were looked at, in words. */
        public String candidates() {
            return RandomSearch.candidates(tries);
        }
    }
}
