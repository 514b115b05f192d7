package org.stillpoint.modelfile.hdf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.modelfile.Hostile;
import org.stillpoint.modelfile.keras.KerasReader;

/** Any bytes are an HDF5 file that can be read, or are refused in one line. */
class HdfFuzzTest {

    static Stream<byte[]> files() throws IOException {
        return Stream.concat(Hostile.models("hdf", ".h5"), Hostile.models("keras", "keras2-siamese.h5"));
    }

    @MethodSource("files")
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] content) {
        Hostile.assertReadOrRefused(new KerasReader(), content);
    }
}
