package org.stillpoint.teaching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Vector;
import org.stillpoint.teaching.paper.Block;
import org.stillpoint.teaching.paper.Quantity;

/**
 * An identity to be checked on numbers.
 *
 * @param task what is asked, with mathematics between dollar signs
 * @param start what is given
 * @param trained whether a step is taken, so that rate and batches matter
 * @param working what is computed on the way to both sides
 * @param equations both sides, each computed by itself
 */
record Identity(String task, Given start, boolean trained, List<Block> working, List<Equation> equations) implements Exercise {

    Identity {
        working = List.copyOf(working);
        equations = List.copyOf(equations);
    }

    @Override
    public List<Block> question() {
        List<Block> blocks = new ArrayList<>(start.shown(trained));
        if (!trained) {
            blocks.add(Block.says(start.loss()));
        }
        blocks.add(Block.says(task));
        return blocks;
    }

    @Override
    public List<Block> solution() {
        List<Block> blocks = new ArrayList<>(working);
        blocks.add(Block.says(equations.size() == 1 ? "The two sides:" : "The two sides of each equation:"));
        equations.forEach(equation -> blocks.add(Block.values(new Quantity(equation.left(), equation.leftValue()),
                new Quantity(equation.right(), equation.rightValue()))));
        blocks.add(Block.says("They agree" + (equations.size() == 1 ? "." : " in each.")));
        return blocks;
    }

    @Override
    public Optional<Given> given() {
        return Optional.of(start);
    }

    @Override
    public List<String> commands(String files) {
        return List.of(start.command(trained ? "trace" : "gradients", files));
    }

    /**
     * Two sides with their names, as LaTeX.
     *
     * @param left the name of the left side
     */
    record Equation(String left, Matrix leftValue, String right, Matrix rightValue) {

        /** @throws IllegalStateException if the sides differ: nothing is handed out that is not so */
        Equation {
            if (!leftValue.equals(rightValue)) {
                throw new IllegalStateException(left + " is " + leftValue + ", but " + right + " is " + rightValue);
            }
        }

        static Equation of(String left, BigFraction leftValue, String right, BigFraction rightValue) {
            return new Equation(left, Matrix.of(Vector.of(leftValue)), right, Matrix.of(Vector.of(rightValue)));
        }

        static Equation of(String left, Vector leftValue, String right, Vector rightValue) {
            return new Equation(left, Matrix.of(leftValue), right, Matrix.of(rightValue));
        }
    }
}
