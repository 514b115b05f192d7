package org.stillpoint.modelfile.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.Type;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.tensor.Bytes;

/** Puts numbers into a model from which they were left out, see {@link Slimming}. */
final class Fattening {

    private static final Descriptor TENSOR = TensorProto.getDescriptor();

    private final byte[] slim;
    private final List<TensorContent> contents;
    private final String name;
    /** How long the messages inside others will be, in the order in which they begin. */
    private final List<Long> lengths = new ArrayList<>();

    /**
     * @param contents by the numbers that stand for them
     * @param name what errors call the file by that is written
     */
    Fattening(ModelProto model, List<TensorContent> contents, String name) {
        this.slim = model.toByteArray();
        this.contents = contents;
        this.name = name;
    }

    /** @throws FormatException if the model would be larger than readers of protocol buffers take */
    void write(OutputStream out) throws IOException {
        long length = length(ModelProto.getDescriptor(), cursor(), slim.length);
        if (length > Integer.MAX_VALUE) {
            throw new FormatException(name + ": " + length + " bytes to be written, expected at most " + Integer.MAX_VALUE);
        }
        CodedOutputStream coded = CodedOutputStream.newInstance(out);
        write(ModelProto.getDescriptor(), cursor(), slim.length, new ArrayDeque<>(lengths), coded, out);
        coded.flush();
    }

    private WireCursor cursor() {
        return new WireCursor(Bytes.of(name, slim), 0);
    }

    /** How many bytes a message will have. */
    private long length(Descriptor type, WireCursor cursor, long end) throws IOException {
        long sum = 0;
        while (cursor.position() < end) {
            long from = cursor.position();
            int tag = (int) cursor.varint(end);
            if (isMarker(type, tag)) {
                TensorContent content = contents.get((int) cursor.varint(end));
                sum += content.isTagged() ? content.length() : withHead(content.field(), content.length());
            } else if (isMessage(type, tag)) {
                long length = cursor.length(end);
                int place = lengths.size();
                lengths.add(length);
                lengths.set(place, length(inner(type, tag), cursor, cursor.position() + length));
                sum += withHead(tag >>> 3, lengths.get(place));
            } else {
                pass(cursor, tag & 7, end);
                sum += cursor.position() - from;
            }
        }
        return sum;
    }

    private void write(Descriptor type, WireCursor cursor, long end, Queue<Long> lengths, CodedOutputStream coded,
                       OutputStream out) throws IOException {
        while (cursor.position() < end) {
            int from = (int) cursor.position();
            int tag = (int) cursor.varint(end);
            if (isMarker(type, tag)) {
                TensorContent content = contents.get((int) cursor.varint(end));
                if (!content.isTagged()) {
                    coded.writeTag(content.field(), WireCursor.DELIMITED);
                    coded.writeUInt64NoTag(content.length());
                }
                coded.flush();
                content.write(out);
            } else if (isMessage(type, tag)) {
                long length = cursor.length(end);
                coded.writeUInt32NoTag(tag);
                coded.writeUInt64NoTag(lengths.remove());
                write(inner(type, tag), cursor, cursor.position() + length, lengths, coded, out);
            } else {
                pass(cursor, tag & 7, end);
                coded.write(slim, from, (int) cursor.position() - from);
            }
        }
    }

    private static boolean isMarker(Descriptor type, int tag) {
        return type == TENSOR && tag >>> 3 == Slimming.MARKER;
    }

    private static boolean isMessage(Descriptor type, int tag) {
        FieldDescriptor field = type.findFieldByNumber(tag >>> 3);
        return field != null && field.getType() == Type.MESSAGE && (tag & 7) == WireCursor.DELIMITED;
    }

    private static Descriptor inner(Descriptor type, int tag) {
        return type.findFieldByNumber(tag >>> 3).getMessageType();
    }

    private static long withHead(int field, long length) {
        return CodedOutputStream.computeTagSize(field) + CodedOutputStream.computeUInt64SizeNoTag(length) + length;
    }

    private static void pass(WireCursor cursor, int wireType, long end) throws IOException {
        switch (wireType) {
            case WireCursor.VARINT -> cursor.varint(end);
            case WireCursor.FIXED64 -> cursor.skip(Long.BYTES, end);
            case WireCursor.FIXED32 -> cursor.skip(Integer.BYTES, end);
            default -> cursor.skip(cursor.length(end));
        }
    }
}
