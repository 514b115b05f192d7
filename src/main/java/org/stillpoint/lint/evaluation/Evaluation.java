package org.stillpoint.lint.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.tensor.Tensor;

/** All values of a network for some inputs. */
public final class Evaluation {

    private final Map<Integer, Computed> computed;

    Evaluation(Map<Integer, Computed> computed) {
        this.computed = Map.copyOf(computed);
    }

    /** The tensor that a value of the network is: samples along its first axis. */
    public Tensor of(Value value) {
        return computed.get(value.id()).tensor();
    }

    public Closeness closeness(Value value) {
        return computed.get(value.id()).closeness();
    }

    /**
     * What a channel of it holds.
     *
     * @param channel from 0
     * @return samples first, of each all places
     */
    public List<BigFraction> channel(Value value, int channel) {
        Tensor tensor = of(value);
        return Arrays.stream(Layout.of(tensor.shape(), value).channel(channel)).mapToObj(tensor::entry).toList();
    }

    /** The number that a channel holds for every sample at every place, if it is one. */
    public Optional<BigFraction> constant(Value value, int channel) {
        List<BigFraction> entries = channel(value, channel);
        return entries.stream().allMatch(entries.get(0)::equals) ? Optional.of(entries.get(0)) : Optional.empty();
    }

    /** Channels that hold the same, two or more in each list, ascending; not those that hold one number only. */
    public List<List<Integer>> equalChannels(Value value) {
        Map<List<BigFraction>, List<Integer>> byEntries = new LinkedHashMap<>();
        for (int channel = 0; channel < value.channels().size(); channel++) {
            if (constant(value, channel).isEmpty()) {
                byEntries.computeIfAbsent(channel(value, channel), entries -> new ArrayList<>()).add(channel);
            }
        }
        return byEntries.values().stream().filter(channels -> channels.size() > 1).map(List::copyOf).toList();
    }
}
