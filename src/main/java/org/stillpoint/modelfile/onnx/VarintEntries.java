package org.stillpoint.modelfile.onnx;

import java.io.IOException;
import org.stillpoint.modelfile.tensor.Entries;

/** Integers of variable width as they are, not as codes: the values, or the bits that stand for a floating-point number. */
record VarintEntries(DataPiece piece) implements Entries {

    @Override
    public void read(long from, long[] integers) throws IOException {
        if (integers.length == 0) {
            return;
        }
        DataField field = DataField.of(piece.field());
        WireCursor cursor = new WireCursor(piece.bytes(), piece.marks()[(int) (from / DataPiece.MARKED)]);
        long end = piece.from() + piece.length();
        for (long i = from - from % DataPiece.MARKED; i < from + integers.length; i++) {
            if (piece.repeated()) {
                cursor.next(end);
            }
            long value = field.value(cursor.varint(end));
            if (i >= from) {
                integers[(int) (i - from)] = value;
            }
        }
    }
}
