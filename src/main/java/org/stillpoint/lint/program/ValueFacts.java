package org.stillpoint.lint.program;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.stillpoint.graph.model.Node;
import org.stillpoint.lint.fact.Kind;
import org.stillpoint.lint.program.Constants.PassedOn;
import org.stillpoint.lint.program.Examination.Verdict;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Value;

/** What is found of what units pass on: which are constant, which always zero, which nobody reads. */
record ValueFacts(Understood network, Places places, Found found) {

    /** @throws IOException if entries cannot be read */
    void add(Examination examination) throws IOException {
        Map<Integer, boolean[]> constant = new HashMap<>();
        network.inputs().forEach(input -> constant.put(input.id(), new boolean[groups(examination, input).size()]));
        Constants constants = new Constants(places);
        for (Layer layer : network.layers()) {
            mark(layer, examination, constant);
            if (layer instanceof Layer.OfOne one && !(layer instanceof Layer.Bias) && !TensorUse.of(layer).isEmpty()
                    && !TensorUse.of(layer).get(0).isForAll()) {
                TensorUse use = TensorUse.of(layer).get(0);
                for (int group = 0; group < groups(examination, one.output()).size(); group++) {
                    if (constant.get(one.output().id())[group]
                            && (layer.isMixing() || !constant.get(one.input().id())[group])) {
                        constant(examination, one.output(), use, group, constants);
                    }
                    alwaysZero(examination, constants.end(one.output()), use, group);
                }
                if (layer.isMixing()) {
                    unread(examination, one.output(), use);
                }
            }
        }
    }

    private static List<int[]> groups(Examination examination, Value value) {
        return examination.partition().groups(value.channels());
    }

    private static List<Integer> members(Examination examination, Value value, int group) {
        return Arrays.stream(groups(examination, value).get(group)).boxed().toList();
    }

    /** Which groups of what a layer makes do not depend on what is fed, now. */
    private static void mark(Layer layer, Examination examination, Map<Integer, boolean[]> constant) {
        for (Value value : layer.outputs()) {
            List<Node> nodes = examination.now().graph().value(value);
            boolean[] marks = new boolean[nodes.size()];
            for (int group = 0; group < marks.length; group++) {
                marks[group] = examination.now().isZero(nodes.get(group)) || follows(layer, group, constant);
            }
            constant.put(value.id(), marks);
        }
    }

    private static boolean follows(Layer layer, int group, Map<Integer, boolean[]> constant) {
        boolean unitwise = layer instanceof Layer.Bias || layer instanceof Layer.Scale || layer instanceof Layer.Pointwise
                || layer instanceof Layer.BatchNormalisation || layer instanceof Layer.OfTwo;
        return unitwise && layer.inputs().stream().allMatch(input -> constant.get(input.id())[group]);
    }

    private void constant(Examination examination, Value value, TensorUse use, int group, Constants constants)
            throws IOException {
        Map<PassedOn, List<Integer>> same = new LinkedHashMap<>();
        for (int channel : members(examination, value, group)) {
            same.computeIfAbsent(constants.of(value, channel), key -> new ArrayList<>()).add(channel);
        }
        int slot = examination.now().slot(examination.now().graph().value(value).get(group));
        same.forEach((passed, members) -> found.add(Kind.CONSTANT_NOW, use, members, true, passed.conditions(),
                List.of("GRAPH-1"), passed.number().map(Enclosed::toString),
                () -> ExplanationText.of(examination.now().findings(), examination.now().findings().whyZero(slot))));
    }

    private void alwaysZero(Examination examination, Value end, TensorUse use, int group) {
        List<Integer> members = members(examination, end, group);
        for (Verdict verdict : examination.verdicts()) {
            Node node = verdict.graph().value(end).get(group);
            if (!found.has(Kind.ALWAYS_ZERO, use, members) && verdict.isZero(node)) {
                found.add(Kind.ALWAYS_ZERO, use, members, true, verdict.conditions(), List.of("GRAPH-1"), Optional.of("0"),
                        () -> ExplanationText.of(verdict.findings(), verdict.findings().whyZero(verdict.slot(node))));
            }
        }
    }

    private void unread(Examination examination, Value value, TensorUse use) {
        for (int group = 0; group < groups(examination, value).size(); group++) {
            Node node = examination.now().graph().value(value).get(group);
            Integer error = examination.now().program().differentiation().errors().get(examination.now().slot(node));
            if (isUnread(examination, value, group)) {
                boolean certified = error != null && examination.now().findings().certificate().isZero(error);
                found.add(Kind.UNREAD_NOW, use, members(examination, value, group), certified, Set.of(), List.of("GRAPH-1"),
                        Optional.empty(), () -> error == null ? ""
                                : ExplanationText.of(examination.now().findings(), examination.now().findings().whyZero(error)));
            }
        }
    }

    /** Whether all that is made of a group of channels meets zero weights wherever it goes. */
    private boolean isUnread(Examination examination, Value value, int group) {
        return !places.isOutput(value)
                && places.readers(value).stream().allMatch(reader -> isUnread(examination, value, group, reader));
    }

    private boolean isUnread(Examination examination, Value value, int group, Layer reader) {
        if (reader instanceof Layer.Opaque || reader instanceof Layer.Softmax || reader instanceof Layer.LayerNormalisation) {
            return false;
        }
        List<TensorUse> uses = TensorUse.of(reader);
        if (reader.isMixing()) {
            return examination.blocks().get(uses.get(0).weights()).isZero(1, group);
        }
        if (!uses.isEmpty() && !(reader instanceof Layer.Bias)
                && examination.blocks().get(uses.get(0).weights()).isZero(0, uses.get(0).isForAll() ? 0 : group)) {
            return true;
        }
        if (reader instanceof Layer.Product product && otherIsZero(examination, product, value, group)) {
            return true;
        }
        Value output = reader.outputs().get(0);
        return places(reader, value, examination).allMatch(before -> isUnread(examination, output, before + group));
    }

    private static boolean otherIsZero(Examination examination, Layer.Product product, Value value, int group) {
        Value other = product.first().equals(value) ? product.second() : product.first();
        return !other.equals(value) && examination.now().isZero(examination.now().graph().value(other).get(group));
    }

    /** How many groups stand before those of a value in what a layer makes, for each time that it takes it. */
    private static IntStream places(Layer reader, Value value, Examination examination) {
        if (!(reader instanceof Layer.Concatenation concatenation)) {
            return IntStream.of(0);
        }
        List<Value> inputs = concatenation.inputs();
        return IntStream.range(0, inputs.size()).filter(i -> inputs.get(i).equals(value)).map(i -> inputs.subList(0, i).stream()
                .mapToInt(before -> groups(examination, before).size()).sum());
    }

    /** Adds equal weights of what is fed, which nothing else is made of before. */
    void addEqualInputs(Map<Integer, Traits> traits) {
        for (Value input : network.inputs()) {
            Optional<TensorUse> use = places.readers(input).stream().flatMap(layer -> TensorUse.of(layer).stream())
                    .filter(each -> !each.incoming()).findFirst();
            if (input.channels() instanceof Channels.Own own && use.isPresent() && traits.get(own.id()).incoming().isEmpty()) {
                Traits family = traits.get(own.id());
                for (int[] members : family.equalIn(IntStream.range(0, own.size()).toArray(), family.outgoing())) {
                    if (family.outgoing().stream().anyMatch(alike -> alike[members[0]] != 0)) {
                        found.addTogether(Kind.EQUAL_NOW, use.get(), Arrays.stream(members).boxed().toList(), false, Set.of(),
                                List.of(), () -> "");
                    }
                }
            }
        }
    }
}
