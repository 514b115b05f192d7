package org.stillpoint.domain;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/** A rectangular matrix of exact rationals, at least 1 x 1; the weights of a layer are (units out x units in). */
public record Matrix(List<Vector> rows) {

    /** @throws DomainException if there is no row, or the rows differ in length */
    public Matrix {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new DomainException("a matrix without rows, expected at least one");
        }
        for (int j = 0; j < rows.size(); j++) {
            if (rows.get(j).size() != rows.get(0).size()) {
                throw new DomainException("a ragged matrix: row " + (j + 1) + " has length " + rows.get(j).size()
                        + ", expected " + rows.get(0).size() + " as in row 1");
            }
        }
    }

    public static Matrix of(Vector... rows) {
        return new Matrix(List.of(rows));
    }

    /** The matrix with the same value in every entry; rows and columns from 1. */
    public static Matrix constant(int rows, int columns, BigFraction value) {
        Vector row = Vector.constant(columns, value);
        return new Matrix(Stream.generate(() -> row).limit(rows).toList());
    }

    /** Whether every entry is 0. */
    public boolean isZero() {
        return rows.stream().allMatch(Vector::isZero);
    }

    public int rowCount() {
        return rows.size();
    }

    public int columns() {
        return rows.get(0).size();
    }

    /** Row j, counted from 0. */
    public Vector row(int j) {
        return rows.get(j);
    }

    /** Column k, counted from 0. */
    public Vector column(int k) {
        return new Vector(rows.stream().map(row -> row.get(k)).toList());
    }

    /** The entry in row j and column k, both counted from 0. */
    public BigFraction get(int j, int k) {
        return rows.get(j).get(k);
    }

    @Override
    public String toString() {
        return rows.stream().map(Vector::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
