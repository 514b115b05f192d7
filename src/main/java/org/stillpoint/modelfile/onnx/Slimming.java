package org.stillpoint.modelfile.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.Type;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.tensor.Bytes;

/**
 * Reads a model without the numbers of its tensors. Each field with such numbers is replaced by a {@link #MARKER}, which says
 * which of the pieces it was.
 */
final class Slimming {

    /** The number of the field with the index of a piece: the highest that there can be, which no version of ONNX has. */
    static final int MARKER = 536870911;

    private static final int MAX_BYTES = 32 << 20;
    /** Of what is held in memory, by the estimates of {@link Cost}. */
    private static final long MAX_COST = 128L << 20;
    /** The generated classes read no deeper than a hundred. */
    private static final int MAX_DEPTH = 96;
    private static final Descriptor TENSOR = TensorProto.getDescriptor();

    private final Bytes bytes;
    private final WireCursor cursor;
    private final WireBuffer slim = new WireBuffer();
    private final List<DataPiece> pieces = new ArrayList<>();
    private long cost;

    private Slimming(Bytes bytes) {
        this.bytes = bytes;
        this.cursor = new WireCursor(bytes, 0);
    }

    /** A model without numbers, and the pieces that have them. */
    record Slim(ModelProto proto, List<DataPiece> pieces) {
    }

    /**
     * Reads a model.
     *
     * @throws FormatException if it is not well-formed, or larger without its numbers than any model should be
     */
    static Slim of(Bytes bytes) throws IOException {
        Slimming slimming = new Slimming(bytes);
        slimming.message(ModelProto.getDescriptor(), bytes.size(), 0);
        try {
            return new Slim(ModelProto.parseFrom(slimming.slim.content()), slimming.pieces);
        } catch (InvalidProtocolBufferException e) {
            throw new FormatException(bytes.name() + ": " + Quoted.plain(e.getMessage()) + ", expected an ONNX model");
        }
    }

    private void message(Descriptor type, long end, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw cursor.wrong(cursor.position(), "messages nested more than " + MAX_DEPTH + " deep, expected fewer");
        }
        while (cursor.position() < end) {
            long place = cursor.position();
            long tag = cursor.varint(end);
            int number = (int) (tag >>> 3);
            int wireType = (int) tag & 7;
            if (tag >>> 32 != 0 || number == 0) {
                throw cursor.wrong(place, "a tag of " + Long.toUnsignedString(tag) + ", expected that of a field");
            }
            FieldDescriptor field = type.findFieldByNumber(number);
            requireWireType(place, field, wireType);
            take(Cost.of(type, field, wireType), place);
            if (type == TENSOR && DataField.isOne(number)) {
                data(DataField.of(number), wireType, place, end);
            } else if (type == TENSOR && number == MARKER) {
                throw cursor.wrong(place, "a field " + MARKER + ", expected none of this number");
            } else {
                slim.tag(number, wireType);
                field(field, wireType, end, depth);
            }
            if (slim.size() > MAX_BYTES) {
                throw cursor.wrong(place, "more than " + MAX_BYTES + " bytes beside numbers, expected fewer");
            }
        }
    }

    private void take(long bytes, long place) {
        cost += bytes;
        if (cost > MAX_COST) {
            throw cursor.wrong(place, "more beside the numbers of tensors than fits into " + MAX_COST + " bytes, expected less");
        }
    }

    private void requireWireType(long place, FieldDescriptor field, int wireType) {
        boolean isRight = field == null
                ? wireType == WireCursor.VARINT || wireType == WireCursor.FIXED64 || wireType == WireCursor.DELIMITED
                        || wireType == WireCursor.FIXED32
                : wireType == field.getLiteType().getWireType() || field.isPackable() && wireType == WireCursor.DELIMITED;
        if (!isRight) {
            throw cursor.wrong(place, (field == null ? "a field" : field.getFullName()) + " of the wire type " + wireType
                    + (field == null ? ", expected 0, 1, 2 or 5" : ", expected " + field.getLiteType().getWireType()));
        }
    }

    /** Keeps a field, whose tag is there already. */
    private void field(FieldDescriptor field, int wireType, long end, int depth) throws IOException {
        switch (wireType) {
            case WireCursor.VARINT -> slim.varint(cursor.varint(end));
            case WireCursor.FIXED64 -> copy(Long.BYTES, end);
            case WireCursor.FIXED32 -> copy(Integer.BYTES, end);
            default -> {
                long length = cursor.length(end);
                if (field != null && field.getType() == Type.MESSAGE) {
                    int begin = slim.begin();
                    message(field.getMessageType(), cursor.position() + length, depth + 1);
                    slim.end(begin);
                } else {
                    content(field, length);
                }
            }
        }
    }

    private void content(FieldDescriptor field, long length) throws IOException {
        if (length > MAX_BYTES - slim.size()) {
            throw cursor.wrong(cursor.position(), "a text or list of " + length + " bytes, expected a shorter one");
        }
        take(Cost.ofContent(field, length), cursor.position());
        slim.varint(length);
        copy(length, cursor.position() + length);
    }

    private void copy(long count, long end) throws IOException {
        for (long i = 0; i < count; i++) {
            slim.write(cursor.next(end));
        }
    }

    private void data(DataField field, int wireType, long place, long end) throws IOException {
        slim.tag(MARKER, WireCursor.VARINT);
        slim.varint(pieces.size());
        if (wireType == WireCursor.DELIMITED) {
            long length = cursor.length(end);
            long from = cursor.position();
            pieces.add(field.width() == 0 ? integers(field, from, from + length, false) : fixed(field, from, length));
        } else {
            if (cursor.position() > place + 1) {
                throw cursor.wrong(place, "a tag of more bytes than it needs, expected one");
            }
            pieces.add(field.width() == 0 ? integers(field, place, end, true) : repeated(field, place, end));
        }
    }

    private DataPiece fixed(DataField field, long from, long length) {
        if (length % field.width() != 0) {
            throw cursor.wrong(from, length + " bytes of " + field.id() + ", expected a multiple of " + field.width());
        }
        cursor.skip(length);
        return new DataPiece(bytes, field.number(), from, length, false, length / field.width(), 0, 0, new long[0]);
    }

    /** Numbers of fixed width, each with a tag; that of the first has been read. */
    private DataPiece repeated(DataField field, long from, long end) throws IOException {
        int tag = field.tag();
        cursor.skip(field.width(), end);
        long count = 1;
        while (cursor.peek(end) == tag) {
            cursor.skip(1 + field.width(), end);
            count++;
        }
        return new DataPiece(bytes, field.number(), from, cursor.position() - from, true, count, 0, 0, new long[0]);
    }

    /** Integers of variable width up to an end, or each with a tag as long as there are such; that of the first has been read. */
    private DataPiece integers(DataField field, long from, long end, boolean repeated) throws IOException {
        long[] marks = new long[4];
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        long count = 0;
        long place = from;
        while (repeated ? count == 0 || cursor.peek(end) == field.tag() : place < end) {
            if (repeated && count > 0) {
                cursor.skip(1);
            }
            if (count % DataPiece.MARKED == 0) {
                int mark = (int) (count / DataPiece.MARKED);
                marks = mark < marks.length ? marks : Arrays.copyOf(marks, 2 * mark);
                marks[mark] = place;
            }
            long value = field.value(cursor.varint(end));
            least = Math.min(least, value);
            most = Math.max(most, value);
            count++;
            place = cursor.position();
        }
        return new DataPiece(bytes, field.number(), from, place - from, repeated, count, least, most, marks);
    }
}
