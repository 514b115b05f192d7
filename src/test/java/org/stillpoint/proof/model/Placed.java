package org.stillpoint.proof.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.contract.Activations;
import org.stillpoint.contract.Heap.Reference;
import org.stillpoint.contract.Mat;
import org.stillpoint.contract.Snapshot;
import org.stillpoint.contract.Stack;
import org.stillpoint.contract.Training;
import org.stillpoint.contract.TrainingState;
import org.stillpoint.contract.Vec;
import org.stillpoint.contract.Views;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.State;

/** A network and its data as objects in memory, each under the name of the part that it plays as an argument of a word. */
final class Placed {

    private static final String HEAP = "h";
    /** The parts that the arguments of each word over objects play, the memory first where the word looks into it. */
    private static final Map<String, List<String>> PARTS = """
            isNetwork h p sigma
            isNetworkFor h p rule
            isTrainable h s rule
            isInput h x p
            isInputAt h x s
            isOutput h g p
            isOutputAt h g s
            isBatch h X Y p
            isBatchAt h X Y s
            isTestSet h X Y p
            isTestSetAt h X Y s
            isSchedule h schedule s
            isScheduleFor h schedule p
            isLearningRule h rule
            fullSchedule h schedule
            activationsOf h rule
            kappaOf h rule
            lossOf h rule
            momentumOf h rule
            decayOf h rule
            samplesOf h schedule
            targetsOf h schedule
            ratesOf h schedule
            hasOneColumn h Y
            isPreactivations h z p
            hasHiddenLayer h s
            hasTheShapesOf h s2 s
            hasNoMomentum h rule
            hasNoDecay h rule
            isHiddenUnit h l j p
            isHiddenUnitAt h l j s
            isFirstLayerUnit h j p
            isFirstLayerUnitAt h j s
            areRatesOfLayers h rates p
            areRatesOfSteps h ratesOfOne schedule p2
            areNeighbours h X Y row
            preactivations h p sigma x
            outputOf h p sigma x
            deltas h p sigma kappa z g
            weightGradient h p sigma kappa x z g
            biasGradient h p sigma kappa z g
            sampleWeightGradient h p rule x y
            sampleBiasGradient h p rule x y
            batchWeightGradient h p rule X Y
            batchBiasGradient h p rule X Y
            batchWeightGradientAt h s rule X Y
            batchBiasGradientAt h s rule X Y
            partialWeightGradient h p rule X Y samples
            partialBiasGradient h p rule X Y samples
            weightGradientOfSwapped h p rule X Y row
            biasGradientOfSwapped h p rule X Y row
            weightedMeanOfWeights h p rule X Y samples
            weightedMeanOfBiases h p rule X Y samples
            stateAfterStep h s rule X Y rate
            stateAfterSteps h s rule schedule steps
            stateAfter h s rule schedule
            rightOfFirst h p sigma X Y sign samples
            areZeroAtZero h sigma
            isZeroAtZero h rule
            isZeroBelowLayer h p last
            isZeroBelowTheOutputBias h s
            hasOutputBiasGradient h gradient p g
            hasNoOutputBias h s
            hasZeroVelocity h s
            hasConstantOutput h s
            hasOneOutput h s
            outputBiasOf h s
            outputBiasAfter h s rule schedule
            labelOfOutputBias h s sign
            labelOfOutputBiasAfter h s rule schedule sign
            isBalancedLabelling h Y
            hasBalancedBatches h schedule rule g
            isAtRest h s
            isAtTheSameRest h s s2
            isSilent h s
            isStillSilent h s s2
            hasZeroTail h s
            hasKeptZeroTail h s s2
            isFlatAtZero h rule
            isFlatBelowZero h rule
            isRelu h rule
            hasNoSlopeAtTheKink h rule
            isZeroFeature h schedule i
            hasZeroVelocityInColumn h s i
            hasFrozenColumn h s s2 i
            hasRestingUnit h s i
            hasFrozenUnit h s s2 i
            hasNoSlopeOn h s rule schedule i
            isNegativeOn h s XX i
            hasPrunedUnit h s l j
            isZeroAtZeroIn h rule l
            hasRestingLayers h s l
            hasFrozenLayers h s s2 l
            isDeadBelowZero h rule l
            isDeadOn h s F XX l
            isConstantOn h s F XX
            isAboveEveryMargin h d scale whole X Y
            isUnitOf h unit whole i outgoing scale
            startsWithRelu h sigma
            isSmallUnit h unit
            isSmallUnitOf h units unit
            incomingOf h unit
            biasOf h unit
            outgoingOf h unit
            scaleOf h unit
            indexOf h unit
            isNetworkOfSmallUnit h p unit
            isZeroNetworkLike h p2 p
            isSmallEnough h unit X Y
            isAboveMargins h d unit X Y
            hasSignOfCorrelation h unit X Y
            outputOfSmallUnit h unit x
            hingeLossOf h unit X Y samples
            fallOfLoss h unit X Y
            hasOneHiddenLayer h p
            hiddenUnitsAt h p x
            firstOutputOf h p sigma x
            correlationsOfUnits h p X Y samples
            correlationOfUnit h p X Y i
            sumOfCorrelations h p X Y
            sumOfMargins h p sigma X Y samples
            hasBalancedLabels h Y
            hasPositiveMargins h p sigma X Y
            areTwins h p l i j
            areTwinsAt h s l i j
            distinctUnits h s l units
            distinctUnitsByParameters h s l units
            hasEqualColumns h s i j
            hasEqualFeatures h schedule i j
            isRenumbered h p2 p l swaps
            isRenumberedAt h s2 s l swaps
            isRenumberingOf h s2 t l P
            isCollapsed h p2 p l units
            isCollapsedAt h s2 s l units
            isCollapsedOf h p2 t l units
            isCollapsedGradient h gradient2 W B l units
            isSplit h p p2 l units alpha beta
            isSplitGradient h gradient W2 B2 l units alpha beta
            hasCollapsedWeights h s2 t l units layer
            hasCollapsedBiases h s2 t l units layer
            rateFits rate2 rate l layer units
            biasRateFits rate2 rate l layer units
            ratesFitSchedule h ratesOfOne schedule l units
            biasRatesFitSchedule h biasRatesOfOne schedule l units
            hasNoBiases h p
            areHomogeneous h sigma kappa
            isHomogeneous h sigma l kappa
            isHomogeneousIn h rule l
            satisfiesEulersIdentity h gradient p sigma x g
            isBalancedGradient h gradient p l j
            squaresChangeBySecondOrder h after s W B rate l j
            hasVanishingMinors h gradient
            isOrthogonalToAllInputs h v schedule
            firstLayerRow h p j
            combinationOfInputs h p rule X Y j
            innerProductWithRow h s j v
            innerProductWithVelocity h s j v
            isOfDepthTwo h p
            startsAsRelu h sigma kappa
            startsAsReluIn h rule
            isOneHalf kappa
            hasOneHalfForKappa h rule
            isDirectionOf h direction p
            derivativeFromTheRight h p sigma x g direction
            derivativeFromTheLeft h p sigma x g direction
            meanDerivativeFromTheRight h p rule X Y direction
            meanDerivativeFromTheLeft h p rule X Y direction
            isMidwayAlong h gradient direction right left
            isLikeIdentity h sigma l kappa
            isLikeIdentityIn h rule l
            isCrossBalanced h gradient p l i j
            productsChangeBySecondOrder h after s W B rate l i j
            isChainOfEqualWeights h s
            areLikeIdentities h rule
            hasTwiceTheDepth h s half
            isPowerTimesInput h output s x
            isNotOpposite h output x
            isScaledAt h s2 s factor
            isScaledOf h s2 t factor
            isUnchangedByScale h rule factor
            isZeroLayer h s
            hasRatesTimes h schedule2 schedule factor
            hasFlatLossOn h s rule schedule
            isFlatAtOutputZero h rule schedule s
            isStillAt h s s2
            isAllZero h s
            hasAlikeOutputRows h p
            addsUpToZero h g
            addsUpToZeroOn h p rule X Y
            isZeroBelowTheOutputs h gradient p
            treatsOutputsAlike h rule i j
            hasEqualOutputs h s i j
            hasEqualTargets h schedule i j
            """.lines().map(line -> List.of(line.split(" ")))
            .collect(Collectors.toMap(line -> line.get(0), line -> line.subList(1, line.size())));

    /** A number of the logic, and not an object that holds one. */
    record Number(BigFraction value) {
    }

    private final Map<String, Object> values = new HashMap<>();
    private final Draw draw;

    Placed(Setting setting) {
        draw = setting.draw;
        network(setting);
        data(setting);
        indices(setting);
        values.putAll(setting.parts);
        values.put(HEAP, Snapshot.of(values.values().stream().filter(Placed::isObject).toArray()));
    }

    /** The values of a word's arguments; none if the word is not over objects, or something plays no part here. */
    List<Object> argumentsOf(String word) {
        List<String> parts = PARTS.getOrDefault(word, List.of());
        return values.keySet().containsAll(parts) ? parts.stream().map(values::get).map(Placed::logical).toList() : List.of();
    }

    private static boolean isObject(Object value) {
        return !(value instanceof Integer || value instanceof Activations || value.getClass().isRecord());
    }

    private static Object logical(Object value) {
        return value instanceof Number number ? number.value() : isObject(value) ? new Reference(value) : value;
    }

    private void network(Setting setting) {
        Net net = setting.net;
        ActivationFunction[] sigma = net.functions.toArray(ActivationFunction[]::new);
        LossDerivative loss = (LossDerivative) setting.loss;
        BigFraction kappa = number(setting.kappa);
        put("sigma", sigma);
        put("F", setting.net.funs());
        put("kappa", kappa);
        put("rule", new LearningRule(sigma, kappa, loss, draw.oneIn(2) ? BigFraction.ZERO : number(draw.number()),
                draw.oneIn(2) ? BigFraction.ZERO : number(draw.number())));
        putNetwork("", net.state());
        TrainingState state = Objects.requireNonNullElse(setting.other, net).state();
        putNetwork("2", state);
    }

    private void putNetwork(String number, TrainingState t) {
        State state = state(t);
        put("s" + number, state);
        put("p" + number, state.parameters);
        put("t" + number, t);
    }

    private void data(Setting setting) {
        Schedule schedule = new Schedule(array(setting.inputs), array(setting.targets),
                array(draw.vector(Views.depth(setting.inputs))));
        put("schedule", schedule);
        put("X", schedule.samples[0]);
        put("Y", schedule.targets[0]);
        put("XX", setting.inputs);
        put("x", array(setting.x));
        put("y", schedule.targets[0][0]);
        put("g", array(setting.g));
        put("v", array(setting.x));
        BigFraction rate = number(draw.number());
        put("rate", rate);
        put("rate2", rate);
        put("rates", array(draw.vector(setting.net.depth())));
        put("ratesOfOne", array(draw.matrix(schedule.samples.length, setting.net.depth())));
        passes(setting, rate);
    }

    private void passes(Setting setting, BigFraction rate) {
        TrainingState t = setting.net.state();
        Mat z = Training.preactivationsOf(t.w(), t.b(), setting.net.funs(), setting.x);
        put("z", array(z));
        put("gradient", gradient(setting, setting.net));
        put("gradient2", gradient(setting, Objects.requireNonNullElse(setting.other, setting.net)));
        boolean ofBatch = draw.oneIn(2);
        Mat x = Views.layer(setting.inputs, 0);
        Mat y = Views.layer(setting.targets, 0);
        BigFraction none = BigFraction.ZERO;
        Stack w = Training.batchWeightGradientOf(t.w(), t.b(), setting.net.funs(), setting.kappa, setting.loss, x, y);
        Mat b = Training.batchBiasGradientOf(t.w(), t.b(), setting.net.funs(), setting.kappa, setting.loss, x, y);
        put("after", state(Training.updated(t, w, b, rate, none, none)));
        put("W", ofBatch ? w : Training.weightGradientOf(t.w(), setting.net.funs(), setting.kappa, setting.x, z, setting.g));
        put("B", ofBatch ? b : Training.biasGradientOf(t.w(), t.b(), setting.net.funs(), setting.kappa, z, setting.g));
    }

    private static Parameters gradient(Setting setting, Net net) {
        Mat z = Training.preactivationsOf(net.weights(), net.biases(), net.funs(), setting.x);
        return new Parameters(array(Training.weightGradientOf(net.weights(), net.funs(), setting.kappa, setting.x, z, setting.g)),
                array(Training.biasGradientOf(net.weights(), net.biases(), net.funs(), setting.kappa, z, setting.g)));
    }

    private void indices(Setting setting) {
        int samples = Views.rows(Views.layer(setting.inputs, 0));
        put("l", setting.l);
        put("i", setting.i);
        put("j", setting.j);
        put("last", setting.net.depth() - 1);
        put("units", setting.net.width(setting.l));
        put("half", setting.net.depth() / 2);
        put("layer", draw.between(0, setting.net.depth() - 1));
        put("samples", draw.between(0, samples));
        put("row", draw.between(0, samples - 1));
        put("steps", draw.between(0, Views.depth(setting.inputs)));
        put("sign", draw.between(-1, 1));
    }

    private void put(String part, Object value) {
        values.put(part, value);
    }

    static State state(TrainingState t) {
        return new State(new Parameters(array(t.w()), array(t.b())), new Parameters(array(t.vw()), array(t.vb())));
    }

    /** A number in an object of its own. */
    static BigFraction number(BigFraction q) {
        return new BigFraction(q.getNumerator(), q.getDenominator());
    }

    static BigFraction[] array(Vec v) {
        return v.entries().stream().map(Placed::number).toArray(BigFraction[]::new);
    }

    static BigFraction[][] array(Mat m) {
        return m.entries().stream().map(Placed::array).toArray(BigFraction[][]::new);
    }

    static BigFraction[][][] array(Stack s) {
        return s.entries().stream().map(Placed::array).toArray(BigFraction[][][]::new);
    }
}
