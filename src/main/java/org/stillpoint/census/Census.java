package org.stillpoint.census;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Goes through all cases of a scope, on all cores. */
public final class Census {

    /** Outcomes that are found in one go, in bytes. */
    private static final int SLICE = 1 << 14;
    private static final int SLICES_AT_ONCE = 256;

    private final Scope scope;
    private final Differentiability differentiability;
    private final int[][][][] directions;
    private final Samples[] dataSets;

    private Census(Scope scope) {
        this.scope = scope;
        differentiability = Differentiability.of(scope);
        directions = IntStream.range(0, scope.parameters()).mapToObj(scope::direction).toArray(int[][][][]::new);
        dataSets = IntStream.range(0, scope.dataSets()).mapToObj(number -> Samples.of(scope, number)).toArray(Samples[]::new);
    }

    /** Counts them. */
    public static Count count(Scope scope) {
        return new Census(scope).count();
    }

    private Count count() {
        MessageDigest digest = sha256();
        long[] outcomes = new long[Count.NOT_DIFFERENTIABLE + 1];
        long slice = Math.max(1, SLICE / dataSets.length);
        for (long first = 0; first < scope.networks(); first += slice * SLICES_AT_ONCE) {
            for (byte[] found : slices(first, Math.min(scope.networks(), first + slice * SLICES_AT_ONCE), slice)) {
                digest.update(found);
                for (byte outcome : found) {
                    outcomes[outcome]++;
                }
            }
        }
        return new Count(scope, LongStream.of(outcomes).boxed().toList(), HexFormat.of().formatHex(digest.digest()));
    }

    private List<byte[]> slices(long from, long to, long slice) {
        return LongStream.range(0, (to - from + slice - 1) / slice).parallel()
                .mapToObj(i -> outcomes(from + i * slice, Math.min(to, from + (i + 1) * slice))).toList();
    }

    private byte[] outcomes(long from, long to) {
        byte[] outcomes = new byte[(int) (to - from) * dataSets.length];
        int at = 0;
        for (long network = from; network < to; network++) {
            Point point = new Point(scope, directions, network);
            for (Samples samples : dataSets) {
                outcomes[at] = (byte) (differentiability.holds(point, samples) ? point.wrong(samples) : Count.NOT_DIFFERENTIABLE);
                at++;
            }
        }
        return outcomes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
