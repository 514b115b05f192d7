package org.stillpoint.domain;

import java.util.ArrayList;
import java.util.List;

/** Networks and data with one part less; what is left keeps its numbers and its order. Parts are counted from 0. */
public final class Removal {

    private Removal() {
    }

    /**
     * The network without hidden layer l.
     *
     * @throws DomainException if the layer behind it does not take as many inputs as this one
     */
    public static Network layer(Network network, int l) {
        return new Network(without(network.layers(), l));
    }

    /**
     * The network without unit j of hidden layer l and the weights out of it.
     *
     * @throws DomainException if it is the only unit of its layer
     */
    public static Network unit(Network network, int l, int j) {
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.set(l, withoutRow(layers.get(l), j));
        layers.set(l + 1, withoutColumn(layers.get(l + 1), j));
        return new Network(layers);
    }

    /**
     * The network without input k.
     *
     * @throws DomainException if it is the only one
     */
    public static Network input(Network network, int k) {
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.set(0, withoutColumn(layers.get(0), k));
        return new Network(layers);
    }

    /**
     * The network without output o.
     *
     * @throws DomainException if it is the only one
     */
    public static Network output(Network network, int o) {
        List<Layer> layers = new ArrayList<>(network.layers());
        int last = layers.size() - 1;
        layers.set(last, withoutRow(layers.get(last), o));
        return new Network(layers);
    }

    /**
     * The data without sample i.
     *
     * @throws DomainException if it is the only one
     */
    public static DataSet sample(DataSet data, int i) {
        return new DataSet(without(data.inputs(), i), without(data.targets(), i));
    }

    /** The data without entry k of every input. */
    public static DataSet input(DataSet data, int k) {
        return new DataSet(withoutEntry(data.inputs(), k), data.targets());
    }

    /** The data without entry o of every target. */
    public static DataSet output(DataSet data, int o) {
        return new DataSet(data.inputs(), withoutEntry(data.targets(), o));
    }

    private static Layer withoutRow(Layer layer, int j) {
        return new Layer(new Matrix(without(layer.weights().rows(), j)), layer.bias().map(bias -> withoutEntry(bias, j)),
                layer.activation());
    }

    private static Layer withoutColumn(Layer layer, int k) {
        return new Layer(new Matrix(withoutEntry(layer.weights().rows(), k)), layer.bias(), layer.activation());
    }

    private static List<Vector> withoutEntry(List<Vector> rows, int k) {
        return rows.stream().map(row -> withoutEntry(row, k)).toList();
    }

    private static Vector withoutEntry(Vector row, int k) {
        return new Vector(without(row.entries(), k));
    }

    private static <T> List<T> without(List<T> list, int i) {
        List<T> shorter = new ArrayList<>(list);
        shorter.remove(i);
        return shorter;
    }
}
