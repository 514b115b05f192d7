package org.stillpoint.modelfile.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.OutputFile;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Entries;
import org.stillpoint.modelfile.tensor.Rounded;

/**
 * Writes a model again that was read, with changes. The numbers of tensors that stay go from file to file; everything else of the
 * model is kept, also fields that nobody knows.
 */
public final class OnnxWriter {

    private final OnnxModel model;
    private final List<TensorContent> contents = new ArrayList<>();

    public OnnxWriter(OnnxModel model) {
        this.model = model;
        model.pieces().forEach(piece -> contents.add(new TensorContent.Kept(piece)));
    }

    /**
     * A new tensor.
     *
     * @param proto what stands for it in a changed model
     * @param isExact whether the type has each of its entries; else some were rounded to the nearest
     */
    public record NewTensor(TensorProto proto, boolean isExact) {
    }

    /**
     * A new tensor whose entries are read when the model is written, and once before.
     *
     * @param name as an initialiser has; empty for the value of a node Constant
     * @param codes its entries in row-major order
     * @throws ArithmeticException if the type is one of integers that does not have an entry
     */
    public NewTensor tensor(String name, ElementType type, Dimensions dimensions, Entries codes) throws IOException {
        TensorContent.Coded content = new TensorContent.Coded(type, dimensions.entries(), codes);
        UnknownFieldSet marker = UnknownFieldSet.newBuilder().addField(Slimming.MARKER,
                UnknownFieldSet.Field.newBuilder().addVarint(contents.size()).build()).build();
        contents.add(content);
        return new NewTensor(proto(name, type, dimensions).setUnknownFields(marker).build(), content.isExact());
    }

    /**
     * A new tensor, not a large one.
     *
     * @param entries as many as the dimensions say, in row-major order
     * @throws ArithmeticException if the type is one of integers that does not have an entry
     */
    public NewTensor tensor(String name, ElementType type, Dimensions dimensions, List<BigFraction> entries) {
        if (entries.size() != dimensions.entries()) {
            throw new IllegalArgumentException(entries.size() + " entries of a tensor of " + dimensions);
        }
        ByteBuffer raw = ByteBuffer.allocate(entries.size() * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        boolean isExact = true;
        for (BigFraction entry : entries) {
            Rounded rounded = Rounded.of(entry, type);
            rounded.put(type, raw);
            isExact &= rounded.isExact();
        }
        return new NewTensor(proto(name, type, dimensions).setRawData(ByteString.copyFrom(raw.flip())).build(), isExact);
    }

    private static TensorProto.Builder proto(String name, ElementType type, Dimensions dimensions) {
        TensorProto.Builder proto = TensorProto.newBuilder().setDataType(StoredType.number(type)).addAllDims(dimensions.sizes());
        return name.isEmpty() ? proto : proto.setName(name);
    }

    /**
     * Writes a model, replacing a file that is there.
     *
     * @param changed made of {@link OnnxModel#proto}: its tensors may be left out, moved and renamed, and new ones put in
     * @param file where to; neither the file that was read nor one with numbers of its tensors
     * @throws FormatException if that is impossible; then nothing is left behind
     */
    public void write(ModelProto changed, String file) {
        requirePlace(file);
        OutputFile.write(file, new Fattening(changed, contents, file)::write);
    }

    /**
     * Refuses a place where the model must not be written.
     *
     * @throws FormatException if it is the file that was read, has numbers of its tensors, or is in another folder than those
     */
    public void requirePlace(String file) {
        try {
            Path target = Path.of(file);
            if (Files.exists(target) && Files.exists(Path.of(model.name())) && Files.isSameFile(target, Path.of(model.name()))) {
                throw new FormatException(file + ": is the model that is read, expected another file");
            }
            for (Path other : model.external().files()) {
                if (Files.exists(target) && Files.isSameFile(target, other)) {
                    throw new FormatException(file + ": has numbers of the model that is read, expected another file");
                }
                if (!model.external().isFolder(target.toAbsolutePath().getParent())) {
                    throw new FormatException(file + ": in another folder than the model, whose numbers are in "
                            + Quoted.of(other.getFileName().toString()) + ", expected a file in the model's folder");
                }
            }
        } catch (IOException | InvalidPathException e) {
            throw new FormatException(file + ": cannot be written, expected a place that can be written to");
        }
    }
}
