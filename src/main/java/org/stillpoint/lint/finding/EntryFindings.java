package org.stillpoint.lint.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.stillpoint.lint.survey.Slices;
import org.stillpoint.lint.survey.Survey;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * What is told of tensors whose use nobody knows, by their entries alone: heuristics, with both ways in which a matrix may be
 * meant. Exact zeros and exact equality are no chance where a slice has more than a few entries.
 */
final class EntryFindings {

    /** Slices with fewer entries may well be equal, or zero, by chance. */
    static final int FEW = 4;

    private static final Pattern TABLE = Pattern.compile("embed|wte|wpe|token|lookup");
    private static final Pattern WEIGHT = Pattern.compile("(.*)(weight|kernel|W)");
    private static final List<String> BIASES = List.of("bias", "b");

    private final boolean isInputsFirst;
    private final boolean isAllZero;
    private final Map<String, Survey> byName = new HashMap<>();

    /** @param format of the file: NumPy's arrays are units in x units out, those of others units out x units in */
    EntryFindings(String format, Collection<Survey> surveys) {
        this.isInputsFirst = format.startsWith("np");
        surveys.forEach(survey -> byName.putIfAbsent(survey.weights().name(), survey));
        List<Survey> matrices = surveys.stream().filter(survey -> survey.weights().dimensions().axes() > 1)
                .filter(EntryFindings::isLooked).toList();
        this.isAllZero = matrices.size() > 1 && matrices.stream().allMatch(Survey::zero);
    }

    /** Whether a tensor is one that may be trained, and has entries. */
    private static boolean isLooked(Survey survey) {
        return survey.weights().isFloating() && survey.weights().dimensions().entries() > 0;
    }

    /** The axis that most likely counts units. */
    OptionalInt unitAxis(Survey survey) {
        Dimensions dimensions = survey.weights().dimensions();
        return isLooked(survey) && dimensions.axes() > 1 ? OptionalInt.of(isInputsFirst ? dimensions.axes() - 1 : 0)
                : OptionalInt.empty();
    }

    List<Finding> of(Survey survey) {
        if (!isLooked(survey)) {
            return List.of();
        }
        Weights tensor = survey.weights();
        if (survey.zero()) {
            return List.of(tensor.dimensions().axes() < 2 ? zeroVector(tensor) : zeroMatrix(tensor));
        }
        if (tensor.dimensions().axes() < 2) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        axes(tensor.dimensions()).forEach(axis -> {
            zero(tensor, survey.slices().get(axis)).ifPresent(findings::add);
            equal(tensor, survey.slices().get(axis)).ifPresent(findings::add);
        });
        return findings;
    }

    /** The axes that may count units: the first two, or the last two where places come first. */
    private IntStream axes(Dimensions dimensions) {
        int first = isInputsFirst ? dimensions.axes() - 2 : 0;
        return IntStream.of(first, first + 1).filter(axis -> dimensions.size(axis) > 1);
    }

    private static Finding zeroVector(Weights tensor) {
        long entries = tensor.dimensions().entries();
        boolean isStatistic = tensor.name().toLowerCase(Locale.ROOT).contains("mean");
        return Drafts.ofEntries(Rule.HARMLESS_ZERO, Severity.NOTE, tensor, List.of(), "", (entries == 1 ? "It is zero"
                : "All " + Words.number(entries) + " entries are zero") + (isStatistic
                ? ", as means are for which nothing was counted yet."
                : ". Biases, and the last scale of a residual branch, usually start so, and as a rule move in the first step."),
                "Nothing.");
    }

    private Finding zeroMatrix(Weights tensor) {
        String all = "All " + Words.number(tensor.dimensions().entries()) + " entries (" + tensor.dimensions() + ") are zero";
        return Drafts.ofEntries(Rule.ZERO_BLOCK, isAllZero ? Severity.WARNING : Severity.NOTE, tensor, List.of(),
                isAllZero ? "ZERO-1" : "", all + (isAllZero
                        ? ", as in every other matrix of the file. If they are the layers of one network, none of them ever "
                        + "moves."
                        : ". The file does not say how they are used: beside another layer of zeros they never move; as the last "
                                + "layer, or the end of a residual branch, they move in the first step, as a rule."),
                isAllZero ? "Start them at random." : "If the layer beside it is zero too, start one of them at random.");
    }

    private Optional<Finding> zero(Weights tensor, Slices slices) {
        int count = slices.zero().size();
        if (count == 0) {
            return Optional.empty();
        }
        String says = (count == 1 ? Words.capital(slice(tensor, slices.axis(), slices.zero().get(0))) + " is"
                : Words.number(count) + " " + slices(tensor, slices.axis()) + " are")
                + " zero, " + entries(tensor, slices.axis(), count) + ". ";
        return Optional.of(finding(tensor, slices.axis(), slices.zero(), "", false,
                says + (isTable(tensor, slices.axis())
                ? "In a table of words that is usual for padding, and for words that never occur."
                        : meaning(tensor, slices.axis(), "pass on the same whatever comes in", "have no effect on the layer"))));
    }

    private Optional<Finding> equal(Weights tensor, Slices slices) {
        if (slices.equal().isEmpty() || sliceEntries(tensor, slices.axis()) < 2) {
            return Optional.empty();
        }
        List<Integer> members = slices.equal().stream().flatMap(List::stream).sorted().toList();
        boolean isUnits = isUnits(tensor, slices.axis());
        Optional<Survey> bias = isUnits ? bias(tensor, slices.axis()) : Optional.empty();
        boolean differs = bias.filter(survey -> slices.equal().stream().noneMatch(units -> areEqual(survey, units))).isPresent();
        String says = Words.number(members.size()) + " " + slices(tensor, slices.axis()) + " are equal ("
                + Words.classes(slices.equal()) + "), " + entries(tensor, slices.axis(), members.size()) + ". "
                + (isTable(tensor, slices.axis()) ? "In a table of words these may be words that never occur."
                : meaning(tensor, slices.axis(), "are twins where biases and what reads them are equal too",
                "count only as their sum"))
                + bias.map(survey -> " Going by its name, " + survey.weights().name() + " has the biases: "
                + (differs ? "these differ." : "they are equal too"
                + (slices.equal().stream().allMatch(units -> areEqual(survey, units)) ? "." : " for some."))).orElse("");
        return Optional.of(finding(tensor, slices.axis(), members, isUnits ? "SYM-2" : "SYM-6", differs, says));
    }

    private Finding finding(Weights tensor, int axis, List<Integer> slices, String claim, boolean isMild, String says) {
        boolean isTable = isTable(tensor, axis);
        boolean isNote = isMild || isTable || sliceEntries(tensor, axis) < FEW;
        Rule rule = claim.isEmpty() ? isUnits(tensor, axis) ? Rule.ZERO_UNIT : Rule.ZERO_INPUT
                : isUnits(tensor, axis) ? Rule.TWIN_UNITS : Rule.EQUAL_INPUTS;
        return Drafts.ofEntries(rule, isNote ? Severity.NOTE : Severity.WARNING, tensor, slices, claim, says,
                isTable ? "Nothing, if they are words that need no meaning."
                        : "Look up in the program what they are. Units: start them at random, or take them away. Inputs: see "
                                + "whether they are meant to count.");
    }

    private static String entries(Weights tensor, int axis, int slices) {
        long entries = sliceEntries(tensor, axis);
        return (entries == 1 ? "1 entry" : Words.number(entries) + " entries") + (slices == 1 ? "" : " each");
    }

    private String meaning(Weights tensor, int axis, String units, String inputs) {
        boolean isMatrix = tensor.dimensions().axes() == 2;
        boolean isPyTorch = axis == 0;
        return (isMatrix ? "If " + slices(tensor, axis) + " belong to units" : "If axis " + axis + " counts units")
                + (isMatrix || isPyTorch ? ", as in " + (isPyTorch ? "PyTorch" : "Keras and NumPy") : "") + ", such units "
                + units
                + (isMatrix ? "; if to inputs, as in " + (isPyTorch ? "Keras and NumPy" : "PyTorch") : "; if it counts inputs")
                + ", such inputs " + inputs + ". The file does not say which.";
    }

    /** The tensor that by its name has the biases of these units. */
    private Optional<Survey> bias(Weights tensor, int axis) {
        return Optional.of(WEIGHT.matcher(tensor.name())).filter(name -> name.matches())
                .flatMap(name -> BIASES.stream().map(bias -> byName.get(name.group(1) + bias)).filter(survey -> survey != null)
                        .findFirst())
                .filter(survey -> survey.weights().dimensions().equals(Dimensions.of(tensor.dimensions().size(axis))));
    }

    private static boolean areEqual(Survey bias, List<Integer> units) {
        Slices entries = bias.slices().get(0);
        return entries.zero().containsAll(units) || entries.equal().stream().anyMatch(equal -> equal.containsAll(units));
    }

    private boolean isUnits(Weights tensor, int axis) {
        return isInputsFirst ? axis == tensor.dimensions().axes() - 1 : axis == 0;
    }

    private static boolean isTable(Weights tensor, int axis) {
        return axis == 0 && TABLE.matcher(tensor.name().toLowerCase(Locale.ROOT)).find();
    }

    private static long sliceEntries(Weights tensor, int axis) {
        return tensor.dimensions().entries() / tensor.dimensions().size(axis);
    }

    /** What people call one of them. */
    private static String slice(Weights tensor, int axis, int index) {
        return tensor.dimensions().axes() > 2 ? "slice " + index + " along axis " + axis : (axis == 0 ? "row " : "column ")
                + index;
    }

    /** What people call them. */
    private static String slices(Weights tensor, int axis) {
        return tensor.dimensions().axes() > 2 ? "slices along axis " + axis : axis == 0 ? "rows" : "columns";
    }
}
