package org.stillpoint.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Vector;

/**
 * Data sets as CSV: one sample a line, the target in the last column. The first line is a header if no field of it is a number.
 * Errors name line and column, the column being the field, from 1.
 */
public final class CsvData {

    /** The most fields that are read from one file. */
    public static final int MAX_FIELDS = 2_000_000;

    private CsvData() {
    }

    /** @throws FormatException if the file is no data set */
    public static DataSet read(Source source) {
        List<Vector> inputs = new ArrayList<>();
        List<Vector> targets = new ArrayList<>();
        int width = 0;
        for (CsvRecord line : lines(source)) {
            width = width == 0 ? width(source, line) : width;
            if (line.getFieldCount() != width) {
                throw error(source, line, Math.min(width, line.getFieldCount()),
                        line.getFieldCount() + " fields, expected " + width + " as in the first line");
            }
            List<BigFraction> numbers = numbers(source, line);
            inputs.add(new Vector(numbers.subList(0, width - 1)));
            targets.add(Vector.of(numbers.get(width - 1)));
        }
        if (inputs.isEmpty()) {
            throw new FormatException(source.name() + ":1:1: no samples, expected at least one line of numbers");
        }
        return new DataSet(inputs, targets);
    }

    static FormatException targetError(Source source, int sample, String message) {
        CsvRecord line = lines(source).get(sample);
        return error(source, line, line.getFieldCount(), message);
    }

    private static List<CsvRecord> lines(Source source) {
        List<CsvRecord> lines = new ArrayList<>();
        long fields = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().allowMissingFields(true).allowExtraFields(true)
                .allowUnclosedQuote(false).ofCsvRecord(source.text())) {
            for (CsvRecord line : reader) {
                lines.add(line);
                fields += line.getFieldCount();
                if (fields > MAX_FIELDS) {
                    throw error(source, line, 1, "more than " + MAX_FIELDS + " fields up to here, expected at most that");
                }
            }
        } catch (CsvParseException e) {
            long last = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).getStartingLineNumber();
            throw new FormatException(source.name() + ":" + (last + 1)
                    + ":1: broken CSV, expected closed quotes and at most 16384 fields a line");
        } catch (IOException e) {
            throw new FormatException(source.name() + ": cannot be read, expected CSV");
        }
        return !lines.isEmpty() && isHeader(lines.get(0)) ? lines.subList(1, lines.size()) : lines;
    }

    private static boolean isHeader(CsvRecord line) {
        return line.getFields().stream().noneMatch(CsvData::isNumber);
    }

    private static boolean isNumber(String field) {
        try {
            ExactNumber.parse(field.strip());
            return true;
        } catch (DomainException e) {
            return false;
        }
    }

    private static int width(Source source, CsvRecord line) {
        if (line.getFieldCount() < 2) {
            throw error(source, line, 1, "one field, expected the inputs and, last, the target");
        }
        return line.getFieldCount();
    }

    private static List<BigFraction> numbers(Source source, CsvRecord line) {
        List<BigFraction> numbers = new ArrayList<>();
        for (String field : line.getFields()) {
            try {
                numbers.add(ExactNumber.parse(field.strip()));
            } catch (DomainException e) {
                throw error(source, line, numbers.size() + 1, e.getMessage());
            }
        }
        return numbers;
    }

    private static FormatException error(Source source, CsvRecord line, int column, String message) {
        return new FormatException(source.name() + ":" + line.getStartingLineNumber() + ":" + column + ": " + message);
    }

    /**
     * The data set as CSV without header, lines ending with a line feed.
     *
     * @throws FormatException if a target is not one number
     */
    public static String write(DataSet data) {
        if (data.targetWidth() != 1) {
            throw new FormatException("targets of length " + data.targetWidth() + ", expected 1 for CSV");
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < data.size(); i++) {
            text.append(Stream.concat(data.inputs().get(i).entries().stream(), data.targets().get(i).entries().stream())
                    .map(ExactNumber::write).collect(Collectors.joining(",", "", "\n")));
        }
        return text.toString();
    }
}
