package org.stillpoint.engine.fast;

import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.StatisticsReport;
import org.stillpoint.arbitraries.BulkTrainings;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.Network;
import org.stillpoint.engine.Course;
import org.stillpoint.engine.reference.ReferenceEngine;

/** A course of the fast engine is where that of the reference is after every step, not in the end alone. */
@StatisticsReport(onFailureOnly = true)
class StepwiseAgreementProperties {

    @Provide
    Arbitrary<Long> seeds() {
        return BulkTrainings.seeds();
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void theCoursesAgreeAfterEveryStep(@ForAll("seeds") long seed) {
        TrainingRun run = BulkTrainings.activated(BulkTrainings.of(seed), seed);
        requireDepths(run);
        Agreement.holds(run, each -> sameSteps(each, fast(each), reference(each, Optional.empty())));
    }

    /** Questions about the network on the way change nothing afterwards. */
    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void aCourseThatIsAskedOnTheWayGoesWhereOneThatIsNotGoes(@ForAll("seeds") long seed) {
        TrainingRun run = BulkTrainings.activated(BulkTrainings.labelled(seed), seed);
        requireDepths(run);
        Agreement.holds(run, each -> sameAnswers(each, fast(each), reference(each, Optional.empty())));
    }

    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void theCoursesAgreeAfterEveryStepFromAVelocity(@ForAll("seeds") long seed) {
        TrainingRun run = BulkTrainings.activated(BulkTrainings.of(seed), seed);
        requireDepths(run);
        Coverage.require("momentum", run.settings().momentum().signum() != 0 && run.settings().steps() > 1);
        Agreement.holds(run, each -> {
            Network velocity = BulkTrainings.velocity(seed, each.network());
            return sameSteps(each, FastEngine.start(each.network(), velocity, each.data(), each.settings()),
                    reference(each, Optional.of(velocity)));
        });
    }

    private static void requireDepths(TrainingRun run) {
        IntStream.rangeClosed(1, 4).forEach(depth -> Coverage.require("depth " + depth, run.network().layers().size() == depth));
        Coverage.require("several steps between hidden layers",
                run.network().layers().size() > 2 && run.settings().steps() > 1);
    }

    private static Course fast(TrainingRun run) {
        return FastEngine.start(run.network(), run.data(), run.settings(), Shortcuts.ALL);
    }

    private static Course reference(TrainingRun run, Optional<Network> velocity) {
        return ReferenceEngine.descent(run.network(), velocity, run.data(), run.settings(), run.settings().loss().rational());
    }

    private static boolean sameSteps(TrainingRun run, Course fast, Course reference) {
        boolean same = fast.network().equals(reference.network());
        for (int step = 0; step < run.settings().steps() && same; step++) {
            fast.step();
            reference.step();
            same = fast.network().equals(reference.network()) && fast.exact() == reference.exact()
                    && fast.atMost() >= fast.exact();
        }
        return same;
    }

    private static boolean sameAnswers(TrainingRun run, Course asked, Course reference) {
        Course silent = fast(run);
        AccuracyRule rule = AccuracyRule.of(run.data()).orElseThrow();
        boolean same = true;
        for (int step = 0; step < run.settings().steps() && same; step++) {
            same = asked.meanLoss().equals(reference.meanLoss()) && asked.right(rule) == reference.right(rule);
            asked.step();
            reference.step();
            silent.step();
        }
        return same && asked.network().equals(silent.network()) && asked.meanLoss().equals(silent.meanLoss());
    }
}
