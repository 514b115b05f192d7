package org.stillpoint.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.format.Json;
import org.stillpoint.format.ResultFormat;
import org.stillpoint.symmetry.Consequence;
import org.stillpoint.symmetry.Consequences;
import org.stillpoint.symmetry.DeadUnits;
import org.stillpoint.symmetry.LayerSymmetry;
import org.stillpoint.symmetry.UnitClasses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says which units of a network training cannot tell apart, and what else its start decides. */
@Command(name = "symmetry", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        description = "Classes of interchangeable hidden units, and the claims that apply to training from here, "
                + "with velocity zero.",
        footer = {"", "Layers, units and inputs are counted from 1; with --json units and inputs from 0."})
final class SymmetryCommand implements Callable<Integer> {

    @Mixin
    private NetworkInput input;

    @Option(names = "--data", paramLabel = "FILE",
            description = "Also name the claims that apply on this data, to dead units, features that are zero or equal, "
                    + "pre-activations at a kink. JSON, or CSV with the target in the last column; - for standard input.")
    private String file;

    @Mixin
    private DataLimits limits;

    @Option(names = "--json", description = "The classes, one entry for each hidden layer, and the claims, as JSON.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the result there, not to standard output.")
    private String out;

    private final Terminal terminal;

    SymmetryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<DataInput.Input> both = Optional.ofNullable(file)
                .map(name -> limits.read(terminal, input, name, (network, data) -> { }));
        Network network = both.map(DataInput.Input::network).orElseGet(() -> input.read(terminal));
        Optional<DataSet> data = both.map(DataInput.Input::data);
        List<LayerSymmetry> layers = UnitClasses.of(network);
        List<Consequence> consequences = Consequences.of(network, data);
        String open = data.isPresent() ? ""
                : "--data FILE adds what holds on that data: dead units, zero or equal features, pre-activations at a kink\n";
        terminal.write(out, json ? Json.write(ResultFormat.write(layers, consequences))
                : classes(network, layers) + claims(consequences) + open);
        return 0;
    }

    private static String classes(Network network, List<LayerSymmetry> layers) {
        StringBuilder text = new StringBuilder();
        List<List<Integer>> deadUnits = DeadUnits.of(network);
        for (int l = 0; l < layers.size(); l++) {
            LayerSymmetry layer = layers.get(l);
            List<Integer> dead = deadUnits.get(l);
            text.append("hidden layer ").append(l + 1).append(": ").append(layer.units()).append(" units, ")
                    .append(layer.distinct()).append(" distinct; classes ")
                    .append(layer.classes().stream().map(SymmetryCommand::indices).collect(Collectors.joining(" "))).append('\n');
            if (!dead.isEmpty()) {
                text.append("hidden layer ").append(l + 1).append(": units ").append(indices(dead))
                        .append(" output 0 for every input\n");
            }
        }
        if (layers.isEmpty()) {
            text.append("no hidden layer\n");
        }
        return text.toString();
    }

    private static String claims(List<Consequence> consequences) {
        return consequences.stream().map(consequence -> consequence.claim()
                + consequence.layer().map(layer -> ", layer " + layer).orElse("")
                + (consequence.units().isEmpty() ? "" : ", units " + indices(consequence.units()))
                + (consequence.inputs().isEmpty() ? "" : ", inputs " + indices(consequence.inputs()))
                + ": " + consequence.says() + "\n").collect(Collectors.joining());
    }

    /** As in {@code {1 3}}: people count from 1. */
    private static String indices(List<Integer> indices) {
        return indices.stream().map(index -> String.valueOf(index + 1)).collect(Collectors.joining(" ", "{", "}"));
    }
}
