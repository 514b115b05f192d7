package org.stillpoint.lint.simplification.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.format.FormatException;
import org.stillpoint.lint.evaluation.Arrangement;
import org.stillpoint.lint.evaluation.Drawing;
import org.stillpoint.lint.evaluation.Limits;
import org.stillpoint.lint.simplification.Agreement;
import org.stillpoint.lint.simplification.Removal;
import org.stillpoint.lint.simplification.Rounding;
import org.stillpoint.lint.simplification.Simplification;
import org.stillpoint.lint.simplification.Simplifier;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.onnx.OnnxModel;
import org.stillpoint.modelfile.onnx.OnnxWriter;
import org.stillpoint.modelfile.onnx.translation.OnnxTranslation;
import org.stillpoint.modelfile.tensor.FileBytes;
import org.stillpoint.tensor.Shape;

/** Writes ONNX files without the units that can go. */
public final class OnnxSimplification {

    private static final String CANNOT_BE_WRITTEN = ": cannot be written, expected a place that can be written to";

    private static final int OPEN = 8;
    private static final int MOST_PLACES = 1 << 12;
    private static final BigFraction MOST_ROUNDING = new BigFraction(1, 1 << 10);

    private OnnxSimplification() {
    }

    /**
     * How both models are compared.
     *
     * @param runs with random inputs
     * @param limits of one run
     */
    public record Check(int runs, long seed, Limits limits) {

        public static final Check USUAL = new Check(3, 1, Limits.USUAL);
    }

    /** What could be taken out of a model, without writing it. */
    public static Simplification plan(OnnxModel model, Rounding rounding) throws IOException {
        return plan(model, new NodeIndex(model.proto().getGraph()), rounding);
    }

    private static Simplification plan(OnnxModel model, NodeIndex nodes, Rounding rounding) throws IOException {
        Network network = OnnxTranslation.of(model);
        try {
            return Simplifier.simplify(network, new FileLimitations(model, nodes, network), rounding);
        } catch (DomainException e) {
            throw new FormatException(model.name() + ": " + e.getMessage());
        }
    }

    /**
     * Writes the smaller model beside its place, reads it again, compares it, and only then moves it there. If nothing can go, it
     * is the model as it was.
     *
     * @param out where to; not the file that was read
     * @param rounding whether numbers may be rounded that are stored
     * @throws FormatException if it cannot be written, or what was written is not what it is to be; then nothing is left behind
     */
    public static Written write(OnnxModel model, String out, Rounding rounding, Check check) throws IOException {
        NodeIndex nodes = new NodeIndex(model.proto().getGraph());
        Simplification simplification = plan(model, nodes, rounding);
        OnnxWriter writer = new OnnxWriter(model);
        ModelProto changed = Rewriting.of(model, nodes, writer, simplification);
        writer.requirePlace(out);
        Path beside = beside(out);
        try {
            writer.write(changed, beside.toString());
            Written written = compared(simplification, shapes(model, simplification.before()), beside, out, check);
            Files.move(beside, Path.of(out), StandardCopyOption.REPLACE_EXISTING);
            return written;
        } catch (FileSystemException e) {
            throw new FormatException(out + CANNOT_BE_WRITTEN);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static Path beside(String out) throws IOException {
        try {
            Path target = Path.of(out).toAbsolutePath();
            if (Files.isDirectory(target)) {
                throw new FormatException(out + ": is a directory, expected a file");
            }
            return Files.createTempFile(target.getParent(), ".stillpoint", ".onnx");
        } catch (FileSystemException | InvalidPathException e) {
            throw new FormatException(out + CANNOT_BE_WRITTEN);
        }
    }

    private static Written compared(Simplification simplification, List<Shape> shapes, Path file, String out,
            Check check) throws IOException {
        try (OnnxModel again = OnnxModel.read(FileBytes.open(file, out), Optional.ofNullable(file.getParent()))) {
            Network network = OnnxTranslation.of(again);
            Optional<String> difference = SameLayers.difference(simplification.after(), network);
            if (difference.isPresent()) {
                throw new FormatException(out + ": not written, as it would not be the smaller model: " + difference.get());
            }
            if (simplification.removals().isEmpty()) {
                return new Written(simplification, Optional.empty(), Optional.empty());
            }
            Agreement agreement;
            try {
                agreement = agreement(simplification, network, shapes, check);
            } catch (DomainException e) {
                return new Written(simplification, Optional.empty(), Optional.of(e.getMessage()));
            }
            if (!agreement.isWithin(isExact(simplification) ? BigFraction.ZERO : MOST_ROUNDING)) {
                throw new FormatException(out + ": not written, as it would have other outputs");
            }
            return new Written(simplification, Optional.of(agreement), Optional.empty());
        }
    }

    private static boolean isExact(Simplification simplification) {
        return simplification.removals().stream().allMatch(Removal::exact);
    }

    private static Agreement agreement(Simplification simplification, Network network, List<Shape> shapes, Check check)
            throws IOException {
        Drawing drawing = isExact(simplification) ? Drawing.BY_INPUTS : Drawing.FIXED;
        return Agreement.of(simplification.before(), network, fitsSmallInputs(simplification.before()) ? List.of() : shapes,
                check.runs(), check.seed(), check.limits(), drawing);
    }

    /** Whether inputs are found that are as small as can be; else they are of the sizes that the file tells. */
    private static boolean fitsSmallInputs(Network network) {
        try {
            Arrangement.of(network);
            return true;
        } catch (DomainException e) {
            return false;
        }
    }

    /** Of the inputs of a network, as the file tells them; none if it does not. What it leaves open is a small number. */
    private static List<Shape> shapes(OnnxModel model, Network network) {
        List<Shape> shapes = new ArrayList<>();
        for (Value input : network.inputs()) {
            model.proto().getGraph().getInputList().stream().filter(info -> info.getName().equals(input.name())
                    && info.getType().getTensorType().hasShape()).findFirst()
                    .ifPresent(info -> shapes.add(new Shape(info.getType().getTensorType().getShape().getDimList().stream()
                            .map(OnnxSimplification::size).toList())));
        }
        return shapes.size() == network.inputs().size() ? shapes : List.of();
    }

    private static int size(Dimension dimension) {
        long told = dimension.getDimValue();
        return told >= 1 && told <= MOST_PLACES ? (int) told : OPEN;
    }
}
