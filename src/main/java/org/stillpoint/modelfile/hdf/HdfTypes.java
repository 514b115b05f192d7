package org.stillpoint.modelfile.hdf;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OpaqueDataType;
import io.jhdf.object.datatype.OrderedDataType;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stillpoint.modelfile.tensor.ElementType;

/** How HDF5 describes the types of entries that we read. */
final class HdfTypes {

    private static final List<ElementType> INTEGERS = List.of(ElementType.INT8, ElementType.UINT8, ElementType.INT16,
            ElementType.UINT16, ElementType.INT32, ElementType.UINT32, ElementType.INT64, ElementType.UINT64);

    /** As the standard lays out a number: the bits of exponent and fraction, and what the exponent is shifted by. */
    private record Layout(ElementType type, int exponent, int fraction, int bias) {

        boolean is(FloatingPoint number) {
            return number.getSize() == type.bytes() && number.getBitOffset() == 0 && number.getBitPrecision() == 8 * type.bytes()
                    && number.getExponentSize() == exponent && number.getExponentLocation() == fraction
                    && number.getMantissaSize() == fraction && number.getMantissaLocation() == 0
                    && number.getExponentBias() == bias && number.getSignLocation() == exponent + fraction;
        }
    }

    private static final Layout[] FLOATS = {
        new Layout(ElementType.FLOAT16, 5, 10, 15), new Layout(ElementType.BFLOAT16, 8, 7, 127),
        new Layout(ElementType.FLOAT32, 8, 23, 127), new Layout(ElementType.FLOAT64, 11, 52, 1023)};

    private HdfTypes() {
    }

    /**
     * The type of the entries.
     *
     * @param called how the file calls it by an attribute beside, if it does: Keras does so for bfloat16, which it stores as
     *     pairs of bytes
     * @return empty if they are no numbers that we read
     */
    static Optional<ElementType> of(DataType type, Optional<String> called) {
        if (type instanceof FloatingPoint number) {
            return Arrays.stream(FLOATS).filter(layout -> layout.is(number)).findFirst().map(Layout::type);
        }
        if (type instanceof FixedPoint number) {
            return number.getBitOffset() == 0 && number.getBitPrecision() == 8 * number.getSize()
                    ? INTEGERS.stream().filter(each -> each.bytes() == number.getSize()
                            && each.id().startsWith("u") != number.isSigned()).findFirst()
                    : Optional.empty();
        }
        if (type instanceof EnumDataType values && values.getSize() == 1
                && List.copyOf(values.getEnumMapping().values()).equals(List.of("FALSE", "TRUE"))) {
            return Optional.of(ElementType.BOOL);
        }
        return type instanceof OpaqueDataType && type.getSize() == ElementType.BFLOAT16.bytes()
                && called.equals(Optional.of("bfloat16")) ? Optional.of(ElementType.BFLOAT16) : Optional.empty();
    }

    static ByteOrder order(DataType type) {
        return type instanceof OrderedDataType ordered ? ordered.getByteOrder() : ByteOrder.LITTLE_ENDIAN;
    }
}
