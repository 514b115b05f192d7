package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;

/** The claims of the guide: a true one and a false one. The test of the guide runs them. */
class OwnClaims {

    /** "Seeing every sample twice in a full batch changes nothing." */
    @Property
    void everySampleTwiceChangesNothing(@ForAll("trainings") TrainingRun run) {
        List<Vector> inputs = new ArrayList<>(run.data().inputs());
        List<Vector> targets = new ArrayList<>(run.data().targets());
        inputs.addAll(run.data().inputs());
        targets.addAll(run.data().targets());

        TrainingRun twice = run.withData(new DataSet(inputs, targets)).plain();

        assertThat(twice.trained()).isEqualTo(run.plain().trained());
    }

    /** "Two steps are one step with twice the rate." */
    @Property(shrinking = ShrinkingMode.FULL)
    void twoStepsAreOneWithTwiceTheRate(@ForAll("trainings") TrainingRun run) {
        TrainingRun plain = run.plain();
        Settings doubled = plain.settings().withLearningRate(plain.settings().learningRate().multiply(2));

        assertThat(plain.trained(2)).isEqualTo(plain.withSettings(doubled).trained(1));
    }

    /** Networks with one hidden layer, any parameters, data, settings and loss. */
    @Provide
    Arbitrary<TrainingRun> trainings() {
        return TrainingRun.from(Shape.oneHiddenLayer(), Networks::any);
    }
}
