package org.stillpoint.lint.program;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.stillpoint.graph.model.Node;
import org.stillpoint.lint.fact.Kind;
import org.stillpoint.lint.program.Examination.Verdict;
import org.stillpoint.lint.program.TensorBlocks.Cell;
import org.stillpoint.lint.survey.Survey;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.tensor.Weights;

/** What is found of weights: which stay zero, which never change, which are zero and are not found to stay so. */
record WeightFacts(Understood network, Places places, Found found, Claims claims) {

    /** Adds what an examination says. */
    void add(Examination examination) {
        for (Verdict verdict : examination.verdicts()) {
            examination.blocks().values().stream().filter(blocks -> isTrained(blocks.weights()))
                    .forEach(blocks -> add(blocks, verdict));
        }
    }

    private boolean isTrained(Weights weights) {
        return weights.isFloating() && network.analysed().contains(weights);
    }

    private void add(TensorBlocks blocks, Verdict verdict) {
        for (int use = 0; use < blocks.uses().size(); use++) {
            for (int group = 0; group < blocks.groups().get(use).size(); group++) {
                add(blocks, use, group, verdict);
            }
        }
    }

    private void add(TensorBlocks blocks, int use, int group, Verdict verdict) {
        TensorUse axis = blocks.uses().get(use);
        List<Integer> members = Arrays.stream(blocks.groups().get(use).get(group)).boxed().toList();
        List<Cell> cells = blocks.of(use, group);
        if (blocks.isZero(use, group)) {
            if (!found.has(Kind.STAYS_ZERO, axis, members)
                    && cells.stream().allMatch(cell -> verdict.isZero(node(verdict, blocks, cell)))) {
                found.add(Kind.STAYS_ZERO, axis, members, true, verdict.conditions(), claims.staysZero(axis, members),
                        Optional.empty(), explanation(verdict, blocks, cells.get(0)));
            }
        } else if (!verdict.decays() && !found.has(Kind.NEVER_CHANGES, axis, members)
                && cells.stream().allMatch(cell -> verdict.isUnchanged(node(verdict, blocks, cell)))) {
            Cell moved = cells.stream().filter(cell -> !blocks.starts().get(cell.row()).get(cell.column()).isZero()).findFirst()
                    .orElseThrow();
            found.add(Kind.NEVER_CHANGES, axis, members, true, verdict.conditions(), claims.neverChanges(axis, members),
                    Optional.empty(), explanation(verdict, blocks, moved));
        }
    }

    private static Node node(Verdict verdict, TensorBlocks blocks, Cell cell) {
        return verdict.graph().parameter(blocks.weights(), cell);
    }

    /** Where the error of the block is zero, that is why; else what keeps it. */
    private static Supplier<String> explanation(Verdict verdict, TensorBlocks blocks, Cell cell) {
        int slot = verdict.slot(node(verdict, blocks, cell));
        int error = verdict.program().differentiation().errors().get(slot);
        return () -> ExplanationText.of(verdict.findings(), verdict.findings().whyZero(error)
                .or(() -> verdict.findings().whyUnchanged(slot)));
    }

    /**
     * Adds zeros that are not found to stay, when all examinations were looked at.
     *
     * @throws IOException if entries cannot be read
     */
    void addZerosThatMove(Map<Weights, Survey> surveys) throws IOException {
        Set<Weights> seen = new HashSet<>();
        for (Layer layer : network.layers()) {
            List<TensorUse> uses = TensorUse.of(layer);
            if (!uses.isEmpty() && seen.add(uses.get(0).weights()) && isTrained(uses.get(0).weights())) {
                Survey survey = surveys.get(uses.get(0).weights());
                for (TensorUse use : survey.zero() ? uses.subList(0, 1) : uses) {
                    found.add(Kind.ZERO_BUT_MOVES, use, moving(use, survey.slices().get(use.axis()).zero()), false, Set.of(),
                            List.of(), Optional.empty(), () -> "");
                }
            }
        }
    }

    private List<Integer> moving(TensorUse use, List<Integer> zeros) throws IOException {
        List<Integer> moving = new ArrayList<>();
        for (int index : zeros) {
            if (!found.has(Kind.STAYS_ZERO, use, List.of(index)) && !isStopped(use, index)) {
                moving.add(index);
            }
        }
        return moving;
    }

    /** Whether a unit that zeros make is passed on where a function is flat: no certificate says that they stay, but they do. */
    private boolean isStopped(TensorUse use, int index) throws IOException {
        return use.incoming() && !use.isForAll() && !(use.layer() instanceof Layer.Bias)
                && new Constants(places).of(use.layer().outputs().get(0), index).flat();
    }
}
