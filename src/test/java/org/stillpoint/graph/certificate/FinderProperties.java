package org.stillpoint.graph.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.StatisticsReport;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.domain.DomainException;
import org.stillpoint.kernel.graph.Training;

/** What is found is accepted, holds in runs, and is all that any certificate can say. */
@StatisticsReport(onFailureOnly = true)
class FinderProperties {

    private static final int STEPS = 8;

    @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
    void whatIsFoundHoldsInEveryStepOfARun(@ForAll long seed) {
        RandomTraining training = RandomTraining.of(seed);
        boolean data = new Random(~seed).nextBoolean();
        Findings findings = Findings.of(data ? training.onData() : training.onFacts(), Horizon.FOR_EVER);
        Coverage.require("zero state", !findings.zeroState().isEmpty());
        Coverage.require("equal state", !findings.equalState().isEmpty());
        Coverage.require("state that is not zero and never changes",
                findings.unchangedState().stream().anyMatch(i -> !findings.certificate().isZero(i)));
        Coverage.require("a slot that is zero on the data", !findings.zeroOnData().isEmpty());
        Coverage.require("state that is found to do nothing", findings.zeroState().isEmpty() && findings.equalState().isEmpty()
                && findings.unchangedState().isEmpty());

        assertHolds(training, findings.certificate(), seed);
        Object[] end = Training.train(training.program(), training.next(), training.start(), training.feed(seed), STEPS);
        assertThat(findings.zeroState()).allMatch(i -> end[i].equals(0));
        assertThat(findings.unchangedState()).allMatch(i -> end[i].equals(training.start()[i]));
        assertThat(findings.equalState()).allMatch(members -> members.stream().map(i -> end[i]).distinct().count() == 1);
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void whatIsFoundOfTheFirstStepHoldsInItWhateverComesFirst(@ForAll long seed) {
        RandomTraining training = RandomTraining.of(seed);
        Findings findings = Findings.of(training.onData(), Horizon.FIRST_STEP);
        Findings forEver = Findings.of(training.onData(), Horizon.FOR_EVER);
        Coverage.require("state that stays for a step and not for ever",
                findings.unchangedState().size() > forEver.unchangedState().size());

        for (List<Object> row : training.rows()) {
            Object[] values = training.values((step, slot) -> row.get(slot - training.next().length), 1).get(0);
            assertHoldsOf(values, findings.certificate());
            assertThat(findings.unchangedState()).allMatch(i -> values[training.next()[i]].equals(training.start()[i]));
            assertThat(findings.zeroState()).allMatch(i -> values[training.next()[i]].equals(0));
            assertThat(findings.equalState()).allMatch(members -> members.stream().map(i -> values[training.next()[i]]).distinct()
                    .count() == 1);
        }
        assertThat(findings.unchangedState()).containsAll(forEver.unchangedState());
        assertThat(findings.zeroState()).containsAll(forEver.zeroState());
    }

    /** Not of the finder: of the theorem, of which the runs are a test. */
    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void whateverElseTheCheckerAcceptsHoldsToo(@ForAll long seed) {
        RandomTraining training = RandomTraining.of(seed);
        Question question = training.onData();
        Certificate found = CertificateFinder.find(question, Horizon.FOR_EVER);
        Random random = new Random(seed);
        int others = 0;
        for (int i = 0; i < 60; i++) {
            Certificate other = changed(found, random);
            if (!other.equals(found) && isAccepted(question, other)) {
                assertHolds(training, other, seed);
                others++;
            }
        }
        Coverage.require("another certificate", others > 0);
    }

    private static Certificate changed(Certificate certificate, Random random) {
        int slots = certificate.slots();
        boolean[] zero = marks(slots, certificate::isZero);
        boolean[] known = marks(slots, certificate::isKnown);
        boolean[] fixed = marks(slots, certificate::isFixed);
        int[] of = IntStream.range(0, slots).map(certificate::of).toArray();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int slot = random.nextInt(slots);
            switch (random.nextInt(4)) {
                case 0 -> zero[slot] ^= true;
                case 1 -> known[slot] ^= true;
                case 2 -> fixed[slot] ^= true;
                default -> of[slot] = random.nextInt(slot + 1);
            }
        }
        return new Certificate(zero, of, known, fixed);
    }

    private static boolean[] marks(int slots, IntPredicate marked) {
        boolean[] marks = new boolean[slots];
        IntStream.range(0, slots).filter(marked).forEach(slot -> marks[slot] = true);
        return marks;
    }

    private static boolean isAccepted(Question question, Certificate certificate) {
        try {
            Findings.of(question, Horizon.FOR_EVER, certificate);
            return true;
        } catch (DomainException refused) {
            return false;
        }
    }

    private static void assertHolds(RandomTraining training, Certificate certificate, long seed) {
        training.values(training.feed(seed), STEPS).forEach(values -> assertHoldsOf(values, certificate));
    }

    private static void assertHoldsOf(Object[] values, Certificate certificate) {
        for (int s = 0; s < values.length; s++) {
            if (certificate.isZero(s) && !values[s].equals(0) || !values[s].equals(values[certificate.of(s)])) {
                fail("slot %s holds %s; zero: %s, as slot %s, which holds %s", s, values[s], certificate.isZero(s),
                        certificate.of(s), values[certificate.of(s)]);
            }
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void noCertificateHasMoreZeros(@ForAll long seed) {
        Question question = RandomTraining.tiny(seed).onFacts();
        Certificate found = CertificateFinder.find(question, Horizon.FOR_EVER);
        int slots = found.slots();
        int[] alone = IntStream.range(0, slots).toArray();
        int[] valid = {0};
        for (int marks = 0; marks < 1 << slots; marks++) {
            int chosen = marks;
            Certificate other = new Certificate(marks(slots, s -> (chosen >> s & 1) == 1), alone, new boolean[slots],
                    new boolean[slots]);
            if (isAccepted(question, other)) {
                valid[0]++;
                assertThat(IntStream.range(0, slots).filter(other::isZero)).allMatch(found::isZero);
            }
        }
        Coverage.require("zeros that can be chosen", valid[0] > 2);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void noCertificateHasLargerClasses(@ForAll long seed) {
        Question question = RandomTraining.tiny(seed).onFacts();
        Certificate found = CertificateFinder.find(question, Horizon.FOR_EVER);
        int slots = found.slots();
        boolean[] zero = marks(slots, found::isZero);
        int[] valid = {0};
        eachRepresentatives(new int[slots], 0, of -> {
            Certificate other = new Certificate(zero, of, new boolean[slots], new boolean[slots]);
            if (isAccepted(question, other)) {
                valid[0]++;
                assertThat(IntStream.range(0, slots)).allMatch(s -> found.of(s) == found.of(of[s]));
            }
        });
        Coverage.require("classes that can be chosen", valid[0] > 2);
    }

    private static void eachRepresentatives(int[] of, int slot, Consumer<int[]> use) {
        if (slot == of.length) {
            use.accept(of);
            return;
        }
        for (int r = 0; r <= slot; r++) {
            of[slot] = r;
            eachRepresentatives(of, slot + 1, use);
        }
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void noCertificateKnowsMoreOnTheData(@ForAll long seed) {
        Question question = RandomTraining.tiny(seed).onData();
        Certificate found = CertificateFinder.find(question, Horizon.FOR_EVER);
        int slots = found.slots();
        int given = question.program().given;
        int[] of = IntStream.range(0, slots).map(found::of).toArray();
        for (int marks = 0; marks < 1 << slots; marks++) {
            int chosen = marks;
            for (int known = 0; known < 1 << slots - given; known++) {
                int seen = known << given;
                if ((seen & ~marks) == 0) {
                    Certificate other = new Certificate(marks(slots, s -> (chosen >> s & 1) == 1), of,
                            marks(slots, s -> (seen >> s & 1) == 1), marks(slots, found::isFixed));
                    if (isAccepted(question, other)) {
                        assertThat(IntStream.range(0, slots).filter(other::isZero)).allMatch(found::isZero);
                    }
                }
            }
        }
        Coverage.require("slots zero on the data", IntStream.range(0, slots).anyMatch(found::isKnown));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void whatIsFoundDependsOnTheQuestionOnly(@ForAll long seed) {
        assertThat(CertificateFinder.find(RandomTraining.of(seed).onData(), Horizon.FOR_EVER))
                .isEqualTo(CertificateFinder.find(RandomTraining.of(seed).onData(), Horizon.FOR_EVER));
    }
}
