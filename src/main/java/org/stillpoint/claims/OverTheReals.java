package org.stillpoint.claims;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.stillpoint.claims.EvidenceRecord.Kind;

/**
 * The theorems that hold over the real numbers, and with activations and losses that are not rational. The contract of none
 * of them asks anything of the activations or of the loss but what is said here, and their proofs use no more of numbers than
 * axioms that hold of the reals.
 */
public enum OverTheReals {

    ANY_ACTIVATION("asks nothing of the activations and nothing of the loss", "sigmoid, tanh, softplus, ELU, SiLU and GELU "
            + "in hidden layers, with the logistic loss, and with cross-entropy behind sigmoid or softmax", Set.of(
            "BatchOrder.orderDoesNotMatter",
            "BatchParts.weightedMeanOfTheParts",
            "Blocks.nothingBelowAZeroLastLayerHasAGradient",
            "ConstantOutput.halfIsRight",
            "ConstantOutput.outputIsTheBias",
            "DistinctUnits.neverMoreDistinctUnitsThanAtTheStart",
            "DistinctUnits.neverMoreDistinctUnitsWithTheirVelocities",
            "DistinctUnits.withoutMomentumNeverMoreDistinctUnits",
            "EqualFeatures.columnsOfEqualFeaturesStayEqual",
            "EqualRows.gradientStopsAtTheLastLayer",
            "EqualUnits.biasesAfterAStepOfOneUnit",
            "EqualUnits.gradientOfOneUnit",
            "EqualUnits.oneUnitComputesTheSameFunction",
            "EqualUnits.weightsAfterAStepOfOneUnit",
            "Equivariance.aStepCommutesWithRenumbering",
            "Equivariance.renumberedUnitsComputeTheSameFunction",
            "Equivariance.trainingCommutesWithRenumbering",
            "FrozenParts.columnOfAZeroFeatureNeverChanges",
            "Linearity.gradientIsLinear",
            "OneUnit.trainsAsEqualUnitsDo",
            "Span.gradientHasRankOne",
            "Span.gradientRowsAreCombinationsOfInputs",
            "Span.rowsMoveInTheSpanOfTheInputs",
            "SplitUnit.gradientIsSplit",
            "SplitUnit.splittingKeepsTheFunction",
            "Symmetry.twinsHaveEqualGradients",
            "Symmetry.twinsStayTwins",
            "Symmetry.twinsStayTwinsForOneStep")),

    ZERO_AT_ZERO("asks of the hidden activations only that they are 0 at 0, and nothing of the loss", "tanh, ELU, SiLU "
            + "and GELU in hidden layers, but not for sigmoid and softplus there, which are not 0 at 0; with the logistic loss, "
            + "and with cross-entropy behind sigmoid or softmax", Set.of(
            "ConstantOutput.trainedHalfIsRight",
            "ConstantOutput.trainedOutputIsTheBias",
            "ZeroInitialization.gradientVanishes",
            "ZeroInitialization.nothingChangesWithoutOutputBias",
            "ZeroInitialization.weightsStayZero")),

    OPPOSITE_LOSS("asks nothing of the activations, and of the loss only that its derivatives at output 0 are opposite for "
            + "positive labels and for others", "sigmoid, tanh, softplus, ELU, SiLU and GELU in hidden layers, with the logistic "
            + "loss of the labels 1 and -1, and with cross-entropy behind one sigmoid for the targets 1 and 0", Set.of(
            "BalancedBatch.nothingMoves")),

    ANY_OPERATION("asks of the operations of a program only that each is zero, and keeps its first operand, where it says so",
            "operations that are not rational too, such as exponentials and roots", Set.of(
            "FirstStep.holdsAfterOneStep",
            "Invariance.entryByEntry",
            "Invariance.everySlot"));

    private final String asked;
    private final String covered;
    private final Set<String> theorems;

    OverTheReals(String asked, String covered, Set<String> theorems) {
        this.asked = asked;
        this.covered = covered;
        this.theorems = theorems;
    }

    /** The names of the contracts. */
    public Set<String> theorems() {
        return theorems;
    }

    /** What to say of a claim: a paragraph for each such kind of theorem that decides it or a part of it. */
    public static List<String> of(Claim claim) {
        return Stream.of(values()).filter(kind -> !kind.deciding(claim).isEmpty()).map(kind -> kind.paragraph(claim)).toList();
    }

    private List<String> deciding(Claim claim) {
        return claim.grounds().all().stream().filter(ground -> ground.of().decides()).map(Ground::evidence)
                .filter(evidence -> evidence.kind() == Kind.PROOF && theorems.contains(evidence.name())).map(EvidenceName::name)
                .distinct().toList();
    }

    private String paragraph(Claim claim) {
        return this == ANY_OPERATION ? "The proof of " + String.join(" and of ", deciding(claim)) + " " + asked
                + ". It uses no law of arithmetic. So what it shows holds over the reals, for " + covered + "."
                : ofNetworks(claim);
    }

    private String ofNetworks(Claim claim) {
        return "The proof of " + String.join(" and of ", deciding(claim)) + " " + asked + ": sigma, its slope and the derivative "
                + "of the loss are arbitrary functions there. Of numbers it uses axioms that hold of the real numbers too. So "
                + "what it shows holds over the reals, for " + covered + ". An activation of the outputs is part of the loss "
                + "then: what is called output is what enters it, and the derivative of the loss is by that.";
    }
}
