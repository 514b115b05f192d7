package org.stillpoint.check.mistake;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.check.rounding.Elementary;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Settings;

/** A training by some formulas, step by step; layers, units and inputs are counted from 0, k is negative for a bias. */
final class Descent {

    private final Formulas formulas;
    private final Conventions conventions;
    private final Elementary elementary;
    private final List<Layer> layers;
    private final Settings settings;
    private final Rounded[][] inputs;
    private final Rounded[][] targets;
    private final Rounded learningRate;
    private final Rounded momentum;
    private final Rounded weightDecay;
    private final Parameters start;

    private Parameters parameters;
    private Parameters velocities;
    private Pass pass;
    private Optional<Pass> earlier = Optional.empty();
    private int step;

    Descent(Formulas formulas, Conventions conventions, Elementary elementary, Prepared prepared) {
        TrainingQuestion question = (TrainingQuestion) prepared.question();
        this.formulas = formulas;
        this.conventions = conventions;
        this.elementary = elementary;
        this.layers = question.network().layers();
        this.settings = question.settings();
        this.inputs = prepared.inputs();
        this.targets = prepared.targets();
        this.learningRate = Rounded.of(settings.learningRate());
        this.momentum = Rounded.of(settings.momentum());
        this.weightDecay = Rounded.of(settings.weightDecay());
        this.start = prepared.parameters();
        this.parameters = start;
        this.velocities = Parameters.zeros(layers);
    }

    /** All steps. */
    Descent run() {
        return run((descent, before) -> { });
    }

    /** @param listener told after each step, with the parameters before it */
    Descent run(BiConsumer<Descent, Parameters> listener) {
        for (step = 0; step < settings.steps(); step++) {
            Parameters before = parameters;
            formulas.updates(this).forEach(this::update);
            listener.accept(this, before);
        }
        return this;
    }

    private void update(List<Integer> batch) {
        pass = new Pass(formulas, conventions, elementary, layers, parameters.weights(), parameters.biases(),
                chosen(inputs, batch), chosen(targets, batch), settings.loss(), Optional.of(this));
        pass.run();
        Parameters moved = Parameters.made(layers, this::moved);
        velocities = Parameters.made(layers, this::newVelocity);
        parameters = moved;
        earlier = Optional.of(pass);
    }

    private static Rounded[][] chosen(Rounded[][] rows, List<Integer> batch) {
        return batch.stream().map(i -> rows[i]).toArray(Rounded[][]::new);
    }

    /** The parameters now. */
    Parameters parameters() {
        return parameters;
    }

    /** The velocities now. */
    Parameters velocities() {
        return velocities;
    }

    Formulas formulas() {
        return formulas;
    }

    Conventions conventions() {
        return conventions;
    }

    Settings settings() {
        return settings;
    }

    /** The number of samples of all of the data. */
    int dataSize() {
        return inputs.length;
    }

    /** From 0. */
    int step() {
        return step;
    }

    Rounded learningRate() {
        return learningRate;
    }

    Rounded momentum() {
        return momentum;
    }

    Rounded weightDecay() {
        return weightDecay;
    }

    /** The batch of the step, which may still be on its way through the network. */
    Pass pass() {
        return pass;
    }

    /** That of the step before. */
    Optional<Pass> earlier() {
        return earlier;
    }

    /** A parameter before the first step. */
    Rounded start(int l, int j, int k) {
        return start.at(l, j, k);
    }

    Rounded parameter(int l, int j, int k) {
        return parameters.at(l, j, k);
    }

    Rounded gradient(int l, int j, int k) {
        return pass.gradient(l, j, k);
    }

    /** Before the step. */
    Rounded velocity(int l, int j, int k) {
        return velocities.at(l, j, k);
    }

    /** After the step, in layers that the backward pass has been through. */
    Rounded newVelocity(int l, int j, int k) {
        return stored(formulas.velocity(this, l, j, k));
    }

    /** A parameter after the step, in layers that the backward pass has been through. */
    Rounded moved(int l, int j, int k) {
        return stored(formulas.moved(this, l, j, k));
    }

    Rounded stored(Rounded number) {
        return number.stored(elementary.format());
    }
}
