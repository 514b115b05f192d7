package org.stillpoint.arbitraries;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.SampleReportingFormat;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;

/** Shows a falsified sample in formulas: layers as {@code relu([[1, 2]] a + [0])}, samples as {@code [1, -1] -> [1]}. */
public final class DomainReportingFormat implements SampleReportingFormat {

    @Override
    public boolean appliesTo(Object value) {
        return value instanceof BigFraction || value instanceof Vector || value instanceof Matrix || value instanceof Layer
                || value instanceof Network || value instanceof DataSet || value instanceof Settings
                || value instanceof Sample || value instanceof RealizableData;
    }

    @Override
    public Object report(Object value) {
        if (value instanceof BigFraction number) {
            return SampleReportingFormat.plainLabel(ExactNumber.write(number));
        }
        if (value instanceof Vector || value instanceof Matrix) {
            return SampleReportingFormat.plainLabel(value.toString());
        }
        if (value instanceof Layer layer) {
            String sum = layer.weights() + " a" + layer.bias().map(b -> " + " + b).orElse("");
            return SampleReportingFormat.plainLabel(layer.activation().id() + "(" + sum + ")");
        }
        if (value instanceof Network network) {
            return network.layers();
        }
        if (value instanceof DataSet data) {
            return IntStream.range(0, data.size())
                    .mapToObj(i -> SampleReportingFormat.plainLabel(data.inputs().get(i) + " -> " + data.targets().get(i)))
                    .toList();
        }
        return components((Record) value);
    }

    private static Map<Object, Object> components(Record value) {
        Map<Object, Object> components = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                components.put(SampleReportingFormat.plainLabel(component.getName()), component.getAccessor().invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the accessors of these records are public", e);
            }
        }
        return components;
    }
}
