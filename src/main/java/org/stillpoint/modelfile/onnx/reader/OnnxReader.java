package org.stillpoint.modelfile.onnx.reader;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.stillpoint.modelfile.onnx.OnnxModel;
import org.stillpoint.modelfile.onnx.translation.OnnxTranslation;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.reader.ModelReader;
import org.stillpoint.modelfile.tensor.Bytes;

/** Reads ONNX files. */
public final class OnnxReader implements ModelReader {

    private static final int MAX_VERSION = 0x7F;

    /** By its name, or by a version of the format, which usual writers put first, and fields of a model behind it. */
    @Override
    public boolean recognises(String name, byte[] head) {
        return name.endsWith(".onnx") || isModel(CodedInputStream.newInstance(head));
    }

    private static boolean isModel(CodedInputStream head) {
        try {
            boolean hasVersion = head.readTag() == (ModelProto.IR_VERSION_FIELD_NUMBER << 3 | WireFormat.WIRETYPE_VARINT);
            long version = hasVersion ? head.readUInt64() : 0;
            if (version < 1 || version > MAX_VERSION) {
                return false;
            }
            while (true) {
                int tag = head.readTag();
                FieldDescriptor field = ModelProto.getDescriptor().findFieldByNumber(WireFormat.getTagFieldNumber(tag));
                if (field == null || field.getLiteType().getWireType() != WireFormat.getTagWireType(tag)) {
                    return false;
                }
                if (field.getNumber() == ModelProto.GRAPH_FIELD_NUMBER || !skips(head, tag)) {
                    return true;
                }
            }
        } catch (IOException notOne) {
            return false;
        }
    }

    /** Passes over a field; false if it goes on behind the head. */
    private static boolean skips(CodedInputStream head, int tag) {
        try {
            return head.skipField(tag);
        } catch (IOException longer) {
            return false;
        }
    }

    @Override
    public ModelFile read(Bytes bytes, Optional<Path> folder) throws IOException {
        OnnxModel model = OnnxModel.read(bytes, folder);
        try {
            return new ModelFile(bytes.name(), "onnx", model.weights(), model.notAnalysed(),
                    Optional.of(OnnxTranslation.of(model)),
                    model);
        } catch (IOException | RuntimeException e) {
            model.close();
            throw e;
        }
    }
}
