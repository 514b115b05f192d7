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

/** An ONNX file that was read, all but the numbers of its tensors, which stay in it and in files beside it. */
public final class OnnxModel implements Closeable {

    private final Bytes bytes;
    private final Slimming.Slim slim;
    private final ExternalData external;
    private final OnnxGraph main;
    private final List<Weights> weights;
    private final List<NotAnalysed> notAnalysed;

    private OnnxModel(Bytes bytes, Slimming.Slim slim, ExternalData external, OnnxGraph main, TensorList list) {
        this.bytes = bytes;
        this.slim = slim;
        this.external = external;
        this.main = main;
        this.weights = list.weights();
        this.notAnalysed = list.notAnalysed();
    }

    /**
     * Reads a file. The bytes are closed with what is returned, and by the caller if this fails.
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
        try {
            OnnxGraph main = reading.graph(slim.proto().getGraph(), "", Optional.empty());
            reading.beside(slim.proto());
            return new OnnxModel(bytes, slim, external, main, reading.list());
        } catch (IOException | RuntimeException e) {
            external.close();
            throw e;
        }
    }

    /** What reports and errors call it by. */
    public String name() {
        return bytes.name();
    }

    /**
     * The model without numbers of tensors. In place of them a tensor has fields of the highest number that there can be, by
     * which {@link OnnxWriter} finds them again.
     */
    public ModelProto proto() {
        return slim.proto();
    }

    /** Its graph. */
    public OnnxGraph main() {
        return main;
    }

    /**
     * All tensors with their entries, in the order of the file, those of graphs inside nodes with names such as
     * {@code If_3.then_branch.weight}, and kernels of integers as the numbers that they stand for.
     */
    public List<Weights> weights() {
        return weights;
    }

    /** Tensors whose entries are not read. */
    public List<NotAnalysed> notAnalysed() {
        return notAnalysed;
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
        return proto().getOpsetImportList().stream().filter(set -> set.getDomain().equals(domain)
                || domain.isEmpty() && set.getDomain().equals("ai.onnx")).map(OperatorSetIdProto::getVersion).findFirst();
    }

    /** Where the numbers are that were left out. */
    List<DataPiece> pieces() {
        return slim.pieces();
    }

    /** Files beside it that have numbers of its tensors. */
    ExternalData external() {
        return external;
    }

    @Override
    public void close() throws IOException {
        try (bytes) {
            external.close();
        }
    }
}
