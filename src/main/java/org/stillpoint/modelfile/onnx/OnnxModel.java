package org.stillpoint.modelfile.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * An ONNX file that was read, all but the numbers of its tensors, which stay in it and in files beside it.
 *
 * @param name what reports and errors call it by
 * @param proto the model without numbers of tensors: in place of them each tensor has an unknown field, see {@link Slimming}
 * @param main its graph
 * @param weights all tensors with their entries, in the order of the file, those of graphs inside nodes with names such as
 *     {@code If_3.then_branch.weight}, and kernels of integers as the numbers that they stand for
 * @param notAnalysed tensors whose entries are not read
 * @param pieces where the numbers are that were left out
 * @param external files beside it that have numbers of its tensors
 * @param resource what is to be closed
 */
public record OnnxModel(String name, ModelProto proto, OnnxGraph main, List<Weights> weights, List<NotAnalysed> notAnalysed,
                        List<DataPiece> pieces, ExternalData external, Closeable resource) implements Closeable {

    /**
     * Reads a file.
     *
     * @param folder where files may lie that this one names; empty if there is none
     * @throws FormatException if it is not well-formed, or contradicts itself
     */
    public static OnnxModel read(Bytes bytes, Optional<Path> folder) throws IOException {
        Slimming.Slim slim = Slimming.of(bytes);
        if (!slim.proto().hasGraph()) {
            throw new FormatException(bytes.name() + ": a model without a graph, expected one");
        }
        ExternalData external = new ExternalData(folder);
        GraphReading reading = new GraphReading(bytes.name(), new TensorReading(bytes.name(), slim.pieces(), external));
        OnnxGraph main = reading.graph(slim.proto().getGraph(), "", Optional.empty());
        reading.beside(slim.proto());
        return new OnnxModel(bytes.name(), slim.proto(), main, reading.weights(), reading.notAnalysed(), slim.pieces(), external,
                () -> {
                    try (bytes) {
                        external.close();
                    }
                });
    }

    public OnnxModel {
        weights = List.copyOf(weights);
        notAnalysed = List.copyOf(notAnalysed);
        pieces = List.copyOf(pieces);
    }

    /** The tensors of a graph of this model, those of graphs inside it included. */
    public List<Weights> weights(OnnxGraph graph) {
        return weights.subList(graph.firstListed(), graph.afterListed());
    }

    /** A constant of the main graph, see {@link OnnxGraph#weights}. */
    public Optional<Weights> weights(String value) {
        return main.weights(value);
    }

    /** The entries of a constant of the main graph, see {@link OnnxGraph#integers}. */
    public Optional<long[]> integers(String value) throws IOException {
        return main.integers(value);
    }

    /** The only entry of a constant of the main graph, see {@link OnnxGraph#number}. */
    public Optional<BigFraction> number(String value) throws IOException {
        return main.number(value);
    }

    /**
     * The version of a set of operations that the model asks for; empty if it asks for none of that domain.
     *
     * @param domain empty for the standard one
     */
    public Optional<Long> version(String domain) {
        return proto.getOpsetImportList().stream().filter(set -> set.getDomain().equals(domain)
                || domain.isEmpty() && set.getDomain().equals("ai.onnx")).map(OperatorSetIdProto::getVersion).findFirst();
    }

    @Override
    public void close() throws IOException {
        resource.close();
    }
}
