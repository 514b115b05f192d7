package org.stillpoint.bench;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.graph.certificate.FeedFacts;
import org.stillpoint.graph.certificate.Findings;
import org.stillpoint.graph.certificate.Horizon;
import org.stillpoint.graph.certificate.Question;
import org.stillpoint.graph.operation.NumberOperations;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.Program;

/**
 * How long the checker takes for a certificate, and the finder with the checker, for random programs in twenty layers: a tenth
 * of the slots are state, which starts at one of three values, 0 among them, and is updated by slots of the last layer.
 * Medians, after smaller programs have warmed both up.
 */
final class CertificateTable {

    static final int MOST = 10_000_000;
    private static final int LAYERS = 20;
    private static final int ROUNDS = 3;
    private static final int FED = 100;
    private static final Operation RECTIFIER = NumberOperations.rectifier(BigFraction.ZERO).operation();
    /** So many products that some state stays zero and some only seems to, for several rounds of the finder. */
    private static final List<Operation> DRAWN = Stream.of(Collections.nCopies(4, NumberOperations.product().operation()),
            Collections.nCopies(3, NumberOperations.sum().operation()), Collections.nCopies(3, RECTIFIER))
            .flatMap(List::stream).toList();

    private CertificateTable() {
    }

    /** @param args the slots of the largest program; by default ten million */
    public static void main(String[] args) {
        write(new Report(), args.length > 0 ? Integer.parseInt(args[0]) : MOST);
    }

    /** Adds the table, of programs with a hundredth, a tenth and all of so many slots. */
    static void write(Report report, int most) {
        String title = "Certificates of random programs in " + LAYERS + " layers";
        if (!report.wants(title)) {
            return;
        }
        report.header(title, List.of("slots", "checker", "of a slot",
                "finder and checker", "of a slot", "state", "zero for ever", "never changes", "in classes of two and more"));
        measure(most / 100, 10);
        Stream.of(most / 100, most / 10, most).forEach(slots -> report.row(measure(slots, ROUNDS)));
    }

    private static Stream<String> measure(int slots, int rounds) {
        Random random = new Random(slots);
        int state = slots / 10;
        Program program = program(slots, state, random);
        int[] next = random.ints(state, 0, 1).toArray();
        for (int i = 0; i < state; i++) {
            next[i] = slots - state + i;
        }
        Object[] start = random.ints(state, 0, 3).mapToObj(BigFraction::new).toArray();
        Question question = new Question(program, next, start, FeedFacts.arbitrary(FED), BigFraction.ZERO::equals,
                slot -> "slot " + slot);
        long[] found = new long[rounds];
        long[] checked = new long[rounds];
        Findings findings = null;
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            findings = Findings.of(question, Horizon.FOR_EVER);
            found[round] = System.nanoTime() - begin;
            begin = System.nanoTime();
            if (!findings.certificate().isValid(program, next, Horizon.FOR_EVER)) {
                throw new IllegalStateException("the certificate of " + slots + " slots is not valid the second time");
            }
            checked[round] = System.nanoTime() - begin;
        }
        return Stream.of(grouped(slots), Report.time(median(checked)),
                aSlot(checked, slots), Report.time(median(found)), aSlot(found, slots),
                grouped(state), grouped(findings.zeroState().size()), grouped(findings.unchangedState().size()),
                grouped(findings.equalState().stream().mapToInt(List::size).sum()));
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    private static String aSlot(long[] nanos, int slots) {
        return String.format(Locale.ROOT, "%.0f ns", median(nanos).getAsDouble() / slots);
    }

    private static OptionalDouble median(long[] nanos) {
        return OptionalDouble.of(LongStream.of(nanos).sorted().skip(nanos.length / 2).findFirst().orElseThrow());
    }

    private static Program program(int slots, int state, Random random) {
        int given = state + FED;
        int updates = slots - state;
        int width = (updates - given) / LAYERS + 1;
        Operation[] operations = new Operation[slots];
        int[] a = new int[slots];
        int[] b = new int[slots];
        int[] c = new int[slots];
        for (int s = given; s < updates; s++) {
            int layer = (s - given) / width;
            int from = layer == 0 ? 0 : given + (layer - 1) * width;
            int to = layer == 0 ? given : given + layer * width;
            operations[s] = DRAWN.get(random.nextInt(DRAWN.size()));
            a[s] = from + random.nextInt(to - from);
            b[s] = operations[s] == RECTIFIER ? a[s] : random.nextInt(4) == 0 ? random.nextInt(state)
                    : from + random.nextInt(to - from);
            c[s] = a[s];
        }
        for (int s = updates; s < slots; s++) {
            operations[s] = NumberOperations.descend();
            a[s] = s - updates;
            b[s] = updates - 1 - random.nextInt(width);
            c[s] = state;
        }
        return Program.of(given, operations, a, b, c);
    }
}
