package org.stillpoint.engine.enclosure;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.optimiser.Coordinate;
import org.stillpoint.optimiser.Move;

/** The steps of a training, in the numbers of a field. */
public final class Steps<T> {

    private final Problem problem;
    private final Field<T> field;
    private final T[][] targets;
    private final T[][] inputs;
    private final Backpropagation<T> backpropagation;
    private final BatchGradient<T> gradients;
    private final Descent<T> descent;
    private final boolean plain;

    public Steps(Problem problem, Field<T> field) {
        this.problem = problem;
        this.field = field;
        Numbers<T> numbers = new Numbers<>(field);
        this.inputs = numbers.of(problem.data().inputs());
        this.targets = numbers.of(problem.data().targets());
        this.backpropagation = new Backpropagation<>(field, problem);
        this.gradients = new BatchGradient<>(field, problem, backpropagation, inputs, targets);
        this.descent = new Descent<>(field, problem.descent());
        this.plain = problem.memories() == 0 && problem.descent().decay().signum() == 0;
    }

    public Problem problem() {
        return problem;
    }

    public Field<T> field() {
        return field;
    }

    Backpropagation<T> backpropagation() {
        return backpropagation;
    }

    T[] input(int sample) {
        return inputs[sample];
    }

    T[] target(int sample) {
        return targets[sample];
    }

    /** Before the first step. */
    public State<T> start() {
        return new Numbers<>(field).start(problem);
    }

    /**
     * The sum of the gradients over the batch of a step, which is counted from 0.
     *
     * @throws UndecidedSide for the first side that is not known
     */
    public Values<T> gradientSum(Values<T> parameters, int step, Sides sides) {
        return gradients.at(parameters, step, sides);
    }

    /**
     * After one more step.
     *
     * @throws UndecidedSide for the first side that is not known
     */
    public State<T> next(State<T> state, Sides sides) {
        return moved(state, gradientSum(state.parameters(), state.steps(), sides));
    }

    /** After the step whose batch has this sum of gradients. */
    public State<T> moved(State<T> state, Values<T> sum) {
        BigFraction share = problem.share(state.steps());
        if (plain) {
            T scaled = field.number(problem.descent().rate().multiply(share));
            return new State<>(new Values<>(along(state.parameters().weights(), scaled, sum.weights()),
                    along(state.parameters().biases(), scaled, sum.biases())), List.of(), state.steps() + 1);
        }
        Move<T> move = move(state.steps() + 1);
        T part = field.number(share);
        List<T[][]> weights = moved(move, part, state.parameters().weights(), sum.weights(),
                state.memory().stream().map(Values::weights).toList(), true);
        List<T[][]> biases = moved(move, part, state.parameters().biases(), sum.biases(),
                state.memory().stream().map(Values::biases).toList(), false);
        List<Values<T>> after = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            after.add(new Values<>(weights.get(i), biases.get(i)));
        }
        return new State<>(after.get(0), after.subList(1, after.size()), state.steps() + 1);
    }

    /** The numbers after the step: the parameters, then what is remembered of them. */
    private List<T[][]> moved(Move<T> move, T share, T[][] values, T[][] sum, List<T[][]> memory, boolean weights) {
        List<T[][]> after = new ArrayList<>();
        for (int i = 0; i <= memory.size(); i++) {
            after.add(room(values));
        }
        for (int l = 0; l < values.length; l++) {
            for (int k = 0; k < values[l].length; k++) {
                List<T> remembered = new ArrayList<>();
                for (T[][] numbers : memory) {
                    remembered.add(numbers[l][k]);
                }
                Coordinate<T> moved = move.after(new Coordinate<>(values[l][k], remembered), field.multiply(share, sum[l][k]),
                        weights);
                after.get(0)[l][k] = moved.value();
                for (int i = 1; i < after.size(); i++) {
                    after.get(i)[l][k] = moved.memory().get(i - 1);
                }
            }
        }
        return after;
    }

    /** The mean loss over all of the data; sides that are not known only widen it. */
    T meanLoss(Values<T> parameters) {
        Pass<T> pass = Pass.room(field, problem);
        T sum = field.zero();
        for (int i = 0; i < inputs.length; i++) {
            backpropagation.forward(parameters, inputs[i], pass);
            sum = field.add(sum, backpropagation.loss().value(pass, targets[i]));
        }
        return field.multiply(field.number(new BigFraction(1, inputs.length)), sum);
    }

    /** The mean of the gradients with this sum. */
    Values<T> mean(Values<T> sum, BigFraction share) {
        return new Values<>(times(sum.weights(), share), times(sum.biases(), share));
    }

    private T[][] times(T[][] rows, BigFraction factor) {
        T number = field.number(factor);
        T[][] result = room(rows);
        for (int l = 0; l < rows.length; l++) {
            for (int k = 0; k < rows[l].length; k++) {
                result[l][k] = field.multiply(number, rows[l][k]);
            }
        }
        return result;
    }

    private Move<T> move(int step) {
        return problem.optimiser().isPresent() ? problem.optimiser().get().move(field, step) : descent;
    }

    private T[][] room(T[][] shape) {
        T[][] room = field.arrays(shape.length);
        for (int l = 0; l < shape.length; l++) {
            room[l] = field.array(shape[l].length);
        }
        return room;
    }

    private T[][] along(T[][] values, T scaled, T[][] sum) {
        T[][] moved = room(values);
        for (int l = 0; l < values.length; l++) {
            for (int k = 0; k < values[l].length; k++) {
                moved[l][k] = field.subtract(values[l][k], field.multiply(scaled, sum[l][k]));
            }
        }
        return moved;
    }
}
