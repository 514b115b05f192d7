package org.stillpoint.modelfile.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Entries;
import org.stillpoint.modelfile.tensor.StoredEntries;
import org.stillpoint.modelfile.tensor.Weights;

/** Finds the entries of tensors whose numbers were left in a file. */
final class TensorReading {

    private final String file;
    private final List<DataPiece> pieces;
    private final ExternalData external;

    TensorReading(String file, List<DataPiece> pieces, ExternalData external) {
        this.file = file;
        this.pieces = pieces;
        this.external = external;
    }

    /**
     * Reads all of a tensor but its entries.
     *
     * @param name that reports call it by
     * @throws FormatException if its numbers do not fit its shape and type
     */
    Constant of(TensorProto proto, String name) throws IOException {
        Optional<ElementType> type = StoredType.of(proto.getDataType());
        if (type.isEmpty()) {
            return new Constant.Unread(new NotAnalysed(name, "has the type " + StoredType.name(proto.getDataType())
                    + ", which is not read"));
        }
        if (proto.hasSegment()) {
            return new Constant.Unread(new NotAnalysed(name, "is one segment of a tensor, which is not read"));
        }
        Dimensions dimensions = dimensions(proto, name);
        return proto.getDataLocation() == TensorProto.DataLocation.EXTERNAL
                ? outside(proto, name, type.get(), dimensions)
                : inside(proto, name, type.get(), dimensions);
    }

    private Dimensions dimensions(TensorProto proto, String name) {
        try {
            return new Dimensions(proto.getDimsList());
        } catch (FormatException e) {
            throw wrong(name, e.getMessage());
        }
    }

    private Constant outside(TensorProto proto, String name, ElementType type, Dimensions dimensions) throws IOException {
        if (!pieces(proto).isEmpty()) {
            throw wrong(name, "numbers both here and in another file, expected one of them");
        }
        Bytes bytes = external.of(proto.getExternalDataList(), length(type, dimensions, name),
                file + ": tensor " + Quoted.of(name));
        return known(name, type, dimensions, new StoredEntries(bytes, 0, type, ByteOrder.LITTLE_ENDIAN),
                type.isFloating() ? null : new RawIntegers(bytes, 0, type));
    }

    private long length(ElementType type, Dimensions dimensions, String name) {
        if (dimensions.entries() > Long.MAX_VALUE / type.bytes()) {
            throw wrong(name, "the shape " + dimensions + ", expected fewer entries");
        }
        return dimensions.entries() * type.bytes();
    }

    private Constant inside(TensorProto proto, String name, ElementType type, Dimensions dimensions) {
        List<DataPiece> own = pieces(proto);
        List<JoinedEntries.Part> codes = new ArrayList<>();
        List<JoinedEntries.Part> integers = new ArrayList<>();
        long count = 0;
        for (DataPiece piece : own) {
            if (piece.field() != own.get(0).field() || own.size() > 1 && piece.field() == DataField.RAW.number()) {
                throw wrong(name, "numbers in " + DataField.of(own.get(0).field()).id() + " and again in "
                        + DataField.of(piece.field()).id() + ", expected them once");
            }
            long more = entries(piece, type, name);
            codes.add(new JoinedEntries.Part(count, more, codes(piece, type)));
            if (!type.isFloating()) {
                integers.add(new JoinedEntries.Part(count, more, integers(piece, type)));
            }
            count += more;
        }
        if (count != dimensions.entries()) {
            throw wrong(name, "the shape " + dimensions + " and " + count + " entries, expected " + dimensions.entries());
        }
        return known(name, type, dimensions, joined(codes), type.isFloating() ? null : joined(integers));
    }

    /** Those that have numbers. */
    private List<DataPiece> pieces(TensorProto proto) {
        return proto.getUnknownFields().getField(Slimming.MARKER).getVarintList().stream()
                .map(index -> pieces.get(index.intValue())).filter(piece -> piece.count() > 0).toList();
    }

    private static Entries joined(List<JoinedEntries.Part> parts) {
        return parts.size() == 1 ? parts.get(0).entries() : new JoinedEntries(List.copyOf(parts));
    }

    private static Constant known(String name, ElementType type, Dimensions dimensions, Entries codes, Entries integers) {
        return new Constant.Known(Weights.of(name, type, dimensions, codes), Optional.ofNullable(integers));
    }

    /** How many entries a piece has. */
    private long entries(DataPiece piece, ElementType type, String name) {
        DataField field = DataField.of(piece.field());
        if (!field.holds(type)) {
            throw wrong(name, "entries of the type " + type.id() + " in " + field.id() + ", expected them elsewhere");
        }
        if (field == DataField.RAW) {
            if (piece.length() % type.bytes() != 0) {
                throw wrong(name, piece.length() + " bytes of raw_data, expected a multiple of " + type.bytes());
            }
            return piece.length() / type.bytes();
        }
        if (field.width() == 0 && (piece.least() < StoredType.least(type)
                || piece.most() > StoredType.most(type))) {
            throw wrong(name, "a number between " + piece.least() + " and " + piece.most() + " in " + field.id()
                    + ", expected numbers from " + StoredType.least(type) + " to " + StoredType.most(type) + " for " + type.id());
        }
        return piece.count();
    }

    private static Entries codes(DataPiece piece, ElementType type) {
        if (DataField.of(piece.field()).width() == 0) {
            return new CodedEntries(new VarintEntries(piece), type);
        }
        return piece.repeated() ? new SpacedEntries(piece, type)
                : new StoredEntries(piece.bytes(), piece.from(), type, ByteOrder.LITTLE_ENDIAN);
    }

    private static Entries integers(DataPiece piece, ElementType type) {
        return piece.field() == DataField.RAW.number() ? new RawIntegers(piece.bytes(), piece.from(), type)
                : new VarintEntries(piece);
    }

    private FormatException wrong(String name, String what) {
        return new FormatException(file + ": tensor " + Quoted.of(name) + ": " + what);
    }
}
