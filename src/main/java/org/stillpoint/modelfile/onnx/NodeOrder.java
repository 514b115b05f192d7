package org.stillpoint.modelfile.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;

/** The nodes of a graph in an order in which they can be computed, as near as can be to that of the file. */
final class NodeOrder {

    private static final int[] NONE = {};

    private NodeOrder() {
    }

    /**
     * The places of the nodes in the file, in an order in which each comes after those whose outputs it takes.
     *
     * @param where errors begin with this
     * @param outer whether a name is known from around the graph
     * @throws FormatException if a name is made twice, or there is none such order
     */
    static int[] of(GraphProto graph, String where, Predicate<String> outer) {
        Map<String, Integer> makers = makers(graph, where);
        Set<String> given = given(graph);
        int[][] needed = new int[graph.getNodeCount()][];
        boolean isOrdered = true;
        for (int i = 0; i < needed.length; i++) {
            List<Integer> before = new ArrayList<>();
            for (String name : taken(graph.getNode(i))) {
                Integer maker = makers.get(name);
                if (maker != null) {
                    before.add(maker);
                    isOrdered &= maker < i;
                } else if (!given.contains(name) && !outer.test(name)) {
                    throw new FormatException(where + ": node " + shown(graph, i) + " takes " + Quoted.of(name)
                            + ", expected what the graph is given or a node makes");
                }
            }
            needed[i] = before.isEmpty() ? NONE : before.stream().mapToInt(Integer::intValue).toArray();
        }
        return isOrdered ? IntStream.range(0, needed.length).toArray() : sorted(graph, where, needed);
    }

    /** @param needed of each node those that it comes after */
    private static int[] sorted(GraphProto graph, String where, int[][] needed) {
        int[][] users = turned(needed);
        int[] waits = Arrays.stream(needed).mapToInt(before -> before.length).toArray();
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        IntStream.range(0, waits.length).filter(i -> waits[i] == 0).forEach(ready::add);
        int[] order = new int[waits.length];
        int count = 0;
        while (!ready.isEmpty()) {
            int next = ready.remove();
            order[count++] = next;
            for (int user : users[next]) {
                if (--waits[user] == 0) {
                    ready.add(user);
                }
            }
        }
        for (int i = 0; i < waits.length; i++) {
            if (waits[i] > 0) {
                throw new FormatException(where + ": node " + shown(graph, i) + " waits for what is made of its own output,"
                        + " expected a graph without cycles");
            }
        }
        return order;
    }

    /** Of each number those in whose list it is. */
    private static int[][] turned(int[][] lists) {
        int[] counts = new int[lists.length];
        Arrays.stream(lists).flatMapToInt(Arrays::stream).forEach(i -> counts[i]++);
        int[][] turned = new int[lists.length][];
        Arrays.setAll(turned, i -> counts[i] == 0 ? NONE : new int[counts[i]]);
        for (int i = 0; i < lists.length; i++) {
            for (int one : lists[i]) {
                turned[one][--counts[one]] = i;
            }
        }
        return turned;
    }

    /** The names that a graph has without its nodes: what is fed to it, and its initialisers. */
    static Set<String> given(GraphProto graph) {
        Set<String> given = new HashSet<>();
        graph.getInputList().stream().map(ValueInfoProto::getName).forEach(given::add);
        graph.getInitializerList().forEach(tensor -> given.add(tensor.getName()));
        graph.getSparseInitializerList().forEach(tensor -> given.add(tensor.getValues().getName()));
        return given;
    }

    static boolean hasInner(NodeProto node) {
        return node.getAttributeList().stream().anyMatch(attribute -> attribute.hasG() || attribute.getGraphsCount() > 0);
    }

    /** The graphs that are in a node: of each the name of its attribute, with a number if it has several. */
    static Map<String, GraphProto> inner(NodeProto node) {
        Map<String, GraphProto> inner = new LinkedHashMap<>();
        for (AttributeProto attribute : node.getAttributeList()) {
            if (attribute.hasG()) {
                inner.putIfAbsent(attribute.getName(), attribute.getG());
            }
            for (int i = 0; i < attribute.getGraphsCount(); i++) {
                inner.putIfAbsent(attribute.getName() + "_" + i, attribute.getGraphs(i));
            }
        }
        return inner;
    }

    private static Map<String, Integer> makers(GraphProto graph, String where) {
        Map<String, Integer> makers = new HashMap<>();
        Set<String> given = given(graph);
        for (int i = 0; i < graph.getNodeCount(); i++) {
            for (String output : graph.getNode(i).getOutputList()) {
                if (!output.isEmpty() && (given.contains(output) || makers.put(output, i) != null)) {
                    throw new FormatException(where + ": node " + shown(graph, i) + " makes " + Quoted.of(output)
                            + ", expected something that there is not yet");
                }
            }
        }
        return makers;
    }

    /** The names that a node needs, those that graphs in it take from around them included. */
    private static Set<String> taken(NodeProto node) {
        Set<String> taken = new LinkedHashSet<>(node.getInputList());
        inner(node).values().forEach(graph -> taken.addAll(free(graph)));
        taken.remove("");
        return taken;
    }

    /** The names that a graph takes from around it. */
    private static Set<String> free(GraphProto graph) {
        Set<String> free = new LinkedHashSet<>();
        graph.getNodeList().forEach(node -> free.addAll(taken(node)));
        graph.getOutputList().stream().map(ValueInfoProto::getName).filter(name -> !name.isEmpty()).forEach(free::add);
        free.removeAll(given(graph));
        graph.getNodeList().stream().flatMap(node -> node.getOutputList().stream()).forEach(free::remove);
        return free;
    }

    /** A node as messages name it. */
    static String shown(GraphProto graph, int node) {
        NodeProto proto = graph.getNode(node);
        return Quoted.of(proto.getName()) + " (" + Quoted.plain(proto.getOpType()) + ", number " + node + ")";
    }
}
