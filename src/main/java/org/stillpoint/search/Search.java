package org.stillpoint.search;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.stillpoint.witness.Counterexample;
import org.stillpoint.witness.Searched;

/** Looks for the smallest counterexample of one kind. */
public final class Search {

    /** The order in which every search looks at its candidates, in words. */
    public static final String ORDER = "smallest first by depth, sum of widths, widths, samples, steps, height, "
            + "then numbers in the order 1, -1, 2, -2, 1/2, -1/2, ...";
    private static final int BLOCKS_AT_ONCE = 128;
    private static final int CASES_AT_ONCE = 1 << 16;

    private final String name;
    private final String claim;
    private final String conditions;
    private final Scope scope;
    private final BiFunction<Size, Draws, Stream<Block>> blocks;
    private final BiFunction<Size, Draws, Stream<Counterexample>> candidates;
    private final List<Search> parts;

    /**
     * @param blocks of a size, made of draws, each for itself to be decided
     * @param candidates of a size, made of draws, one by one
     */
    Search(String name, String claim, String conditions, Scope scope, BiFunction<Size, Draws, Stream<Block>> blocks,
           BiFunction<Size, Draws, Stream<Counterexample>> candidates) {
        this(name, claim, conditions, scope, blocks, candidates, List.of());
    }

    private Search(String name, String claim, String conditions, Scope scope, BiFunction<Size, Draws, Stream<Block>> blocks,
                   BiFunction<Size, Draws, Stream<Counterexample>> candidates, List<Search> parts) {
        this.name = name;
        this.claim = claim;
        this.conditions = conditions;
        this.scope = scope;
        this.blocks = blocks;
        this.candidates = candidates;
        this.parts = parts;
    }

    /** Searches for one claim as one: at each size, one after the other. */
    static Search joined(List<Search> parts) {
        Search first = parts.get(0);
        return new Search(first.name, first.claim, first.conditions, first.scope,
                (size, draws) -> parts.stream().flatMap(part -> part.blocks.apply(size, draws)),
                (size, draws) -> parts.stream().flatMap(part -> part.candidates(size, draws)), List.copyOf(parts));
    }

    /** The name of the file that keeps what it finds, without its ending. */
    public String name() {
        return name;
    }

    /** The claim it is about. */
    public String claim() {
        return claim;
    }

    /** The scope it goes through unless told otherwise. */
    public Scope scope() {
        return scope;
    }

    /** What all candidates have in common, in words. */
    public String conditions() {
        return conditions;
    }

    /** The searches that it is made of, each of which makes its candidates of one draw: itself, unless it is joined. */
    List<Search> parts() {
        return parts.isEmpty() ? List.of(this) : parts;
    }

    /** The candidates of a size made of draws. */
    Stream<Counterexample> candidates(Size size, Draws draws) {
        return candidates.apply(size, draws);
    }

    /** Looks at every candidate in the scope until one is a counterexample. */
    public Result run(Scope scope) {
        return run(scope, Position.START, Long.MAX_VALUE, position -> { });
    }

    /**
     * Looks at the candidates in the scope behind a position, on all cores, until one is a counterexample.
     *
     * @param from a position that an earlier run over the same scope told its listener, or the start
     * @param maxCases the search ends before a candidate behind that many, those before the position included
     * @param listener told how far the search is, every now and then, with no counterexample up to there
     */
    public Result run(Scope scope, Position from, long maxCases, Consumer<Position> listener) {
        String words = conditions + "; depth,width,steps,samples,height up to " + scope + "; " + ORDER;
        EveryDraw draws = new EveryDraw();
        BigInteger all = EveryDraw.count(scope.sizes(), (size, counting) -> blocks.apply(size, counting).count());
        Pass pass = new Pass(from, maxCases, position -> listener.accept(position.of(draws.passed(), all)));
        boolean ended = scope.sizes().flatMap(size -> blocks.apply(size, draws)).skip(from.blocks()).anyMatch(pass::ends)
                || pass.decide();
        return new Result(words, pass.position.cases(),
                pass.hit.map(found -> found.foundBy(new Searched(words, pass.position.cases()))), !ended || pass.hit.isPresent());
    }

    /** Goes through blocks, many at once, deciding them while the next ones are made. */
    private static final class Pass {

        private final long maxCases;
        private final Consumer<Position> listener;
        private final List<Block> waiting = new ArrayList<>();
        private long waitingCases;
        private FirstHit<Block.Hit> hits = new FirstHit<>();
        private Position position;
        private Optional<Counterexample> hit = Optional.empty();

        Pass(Position from, long maxCases, Consumer<Position> listener) {
            this.position = from;
            this.maxCases = maxCases;
            this.listener = listener;
        }

        /** Takes a block and answers whether the search ends. */
        boolean ends(Block block) {
            if (block.cases() > maxCases - position.cases() - waitingCases) {
                decide();
                return true;
            }
            waiting.add(block);
            waitingCases += block.cases();
            hits.add(block::firstHit);
            return (waiting.size() == BLOCKS_AT_ONCE || waitingCases >= CASES_AT_ONCE || hits.isKnown()) && decide();
        }

        /** Waits for what is decided of the waiting blocks and answers whether there is a counterexample among them. */
        boolean decide() {
            Optional<FirstHit.Hit<Block.Hit>> first = hits.await();
            hit = first.map(found -> found.found().counterexample());
            int passed = first.map(FirstHit.Hit::place).orElse(waiting.size());
            waiting.subList(0, passed).forEach(block -> position = position.and(block.cases()));
            first.ifPresent(found -> position = position.and(found.found().place()));
            waiting.clear();
            waitingCases = 0;
            hits = new FirstHit<>();
            if (hit.isEmpty()) {
                listener.accept(position);
            }
            return hit.isPresent();
        }
    }

    /**
     * How far a search is.
     *
     * @param blocks groups of candidates that are behind it
     * @param cases candidates that are behind it
     * @param percent of the lists of numbers and labels in the scope that were turned into candidates
     */
    public record Position(long blocks, long cases, int percent) {

        public static final Position START = new Position(0, 0, 0);

        Position and(long more) {
            return new Position(blocks + 1, cases + more, percent);
        }

        private Position of(BigInteger passed, BigInteger all) {
            return new Position(blocks, cases, passed.multiply(BigInteger.valueOf(100)).divide(all.max(BigInteger.ONE))
                    .intValue());
        }
    }

    /**
     * What a search ends with.
     *
     * @param scope what was searched, in words
     * @param cases the candidates looked at
     * @param counterexample the smallest one, if there is one among them
     * @param decided whether there is one, or every candidate of the scope was looked at
     */
    public record Result(String scope, long cases, Optional<Counterexample> counterexample, boolean decided) {
    }
}
