package org.stillpoint.modelfile.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A network in the making. That channels belong together may turn out late, as where a residual branch ends: it is told by
 * {@link #unite}, and holds for all values then.
 */
public final class NetworkBuilder {

    private final List<Value> inputs = new ArrayList<>();
    private final List<Layer> layers = new ArrayList<>();
    private final List<Value> outputs = new ArrayList<>();
    private final List<NotAnalysed> notAnalysed = new ArrayList<>();
    private final Map<Integer, Channels> same = new HashMap<>();
    private int channels;
    private int values;

    /** Channels that are like no others so far. */
    public Channels channels(int size) {
        return new Channels.Own(channels++, size);
    }

    /** A value, which a layer is to make, or which is fed. */
    public Value value(String name, Channels of, int axis) {
        return new Value(values++, name, of, axis);
    }

    /** A value that is fed. */
    public Value input(String name, Channels of, int axis) {
        Value value = value(name, of, axis);
        inputs.add(value);
        return value;
    }

    public void add(Layer layer) {
        layers.add(layer);
    }

    public void output(Value value) {
        outputs.add(value);
    }

    public void notAnalysed(String tensor, String why) {
        notAnalysed.add(new NotAnalysed(tensor, why));
    }

    /**
     * Has channels belong together one by one.
     *
     * @return whether they can: not if there are more of one, or they are joined or flattened in different ways; then nothing
     *     has changed
     */
    public boolean unite(Channels one, Channels other) {
        List<Integer> changed = new ArrayList<>();
        boolean united = united(resolved(one), resolved(other), changed);
        if (!united) {
            changed.forEach(same::remove);
        }
        return united;
    }

    private boolean united(Channels one, Channels other, List<Integer> changed) {
        if (one.equals(other)) {
            return true;
        }
        if (one.size() != other.size()) {
            return false;
        }
        if (one instanceof Channels.Own own) {
            return become(own, other, changed);
        }
        if (other instanceof Channels.Own own) {
            return become(own, one, changed);
        }
        if (one instanceof Channels.Joined a && other instanceof Channels.Joined b) {
            return a.parts().size() == b.parts().size() && IntStream.range(0, a.parts().size())
                    .allMatch(i -> united(found(a.parts().get(i)), found(b.parts().get(i)), changed));
        }
        return one instanceof Channels.Flattened a && other instanceof Channels.Flattened b && a.times() == b.times()
                && a.channelsFirst() == b.channelsFirst() && united(found(a.channels()), found(b.channels()), changed);
    }

    private boolean become(Channels.Own own, Channels other, List<Integer> changed) {
        if (mentions(other, own)) {
            return false;
        }
        same.put(own.id(), other);
        changed.add(own.id());
        return true;
    }

    private static boolean mentions(Channels channels, Channels.Own own) {
        if (channels instanceof Channels.Joined joined) {
            return joined.parts().stream().anyMatch(part -> mentions(part, own));
        }
        return channels instanceof Channels.Flattened flattened ? mentions(flattened.channels(), own) : channels.equals(own);
    }

    /** The channels as they are known by now. */
    public Channels resolved(Channels of) {
        Channels found = found(of);
        if (of instanceof Channels.Own own && !found.equals(of)) {
            same.put(own.id(), found);
        }
        return found;
    }

    /** Without remembering it, as some of what is known may be taken back. */
    private Channels found(Channels of) {
        Channels last = of;
        while (last instanceof Channels.Own own && same.containsKey(own.id())) {
            last = same.get(own.id());
        }
        if (last instanceof Channels.Joined joined) {
            return new Channels.Joined(joined.parts().stream().map(this::found).toList());
        }
        return last instanceof Channels.Flattened flattened
                ? new Channels.Flattened(found(flattened.channels()), flattened.times(), flattened.channelsFirst()) : last;
    }

    /** @throws org.stillpoint.format.FormatException if a layer takes what no earlier one makes */
    public Network build() {
        UnaryOperator<Value> settled = value ->
                new Value(value.id(), value.name(), resolved(value.channels()), value.axis());
        return new Network(inputs.stream().map(settled).toList(), layers.stream().map(layer -> layer.with(settled)).toList(),
                outputs.stream().map(settled).toList(), notAnalysed);
    }
}
