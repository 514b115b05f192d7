package org.stillpoint.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.stillpoint.domain.Network;
import org.stillpoint.format.Json;
import org.stillpoint.format.ResultFormat;
import org.stillpoint.symmetry.Consequence;
import org.stillpoint.symmetry.DeadUnits;
import org.stillpoint.symmetry.LayerSymmetry;
import org.stillpoint.symmetry.Symmetry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says which units of a network training cannot tell apart. */
@Command(name = "symmetry", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        description = "Classes of interchangeable hidden units, and the claims that apply.")
final class SymmetryCommand implements Callable<Integer> {

    @Mixin
    private NetworkInput input;

    @Option(names = "--json", description = "The classes as JSON, one entry a hidden layer.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the result there, not to standard output.")
    private String out;

    private final Terminal terminal;

    SymmetryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Network network = input.read(terminal);
        List<LayerSymmetry> layers = Symmetry.of(network);
        terminal.write(out, json ? Json.write(ResultFormat.write(layers)) : text(network, layers));
        return 0;
    }

    private static String text(Network network, List<LayerSymmetry> layers) {
        StringBuilder text = new StringBuilder();
        for (int l = 0; l < layers.size(); l++) {
            LayerSymmetry layer = layers.get(l);
            List<Integer> dead = DeadUnits.of(network).get(l);
            text.append("hidden layer ").append(l + 1).append(": ").append(layer.units()).append(" units, ")
                    .append(layer.distinct()).append(" distinct; classes ")
                    .append(layer.classes().stream().map(SymmetryCommand::units).collect(Collectors.joining(" "))).append('\n');
            if (!dead.isEmpty()) {
                text.append("hidden layer ").append(l + 1).append(": 0 for every input are units ").append(units(dead)).append('\n');
            }
        }
        if (layers.isEmpty()) {
            text.append("no hidden layer\n");
        }
        Consequence.of(network).forEach(consequence ->
                text.append(consequence.claim()).append(": ").append(consequence.text()).append('\n'));
        return text.toString();
    }

    private static String units(List<Integer> units) {
        return units.stream().map(String::valueOf).collect(Collectors.joining(" ", "{", "}"));
    }
}
