package org.stillpoint.report.drawing;

/** A straight line between two points. */
record Segment(int x1, int y1, int x2, int y2) {

    static Segment between(Box a, Box b) {
        return new Segment(a.x(), a.y(), b.x(), b.y());
    }

    /** A box around a point of the line, so many thousandths of the way. */
    Box around(int perMille, int width, int height) {
        return Box.around(x1 + (x2 - x1) * perMille / 1000, y1 + (y2 - y1) * perMille / 1000, width, height);
    }

    boolean meets(Box box) {
        return box.meets(x1, y1, x2, y2);
    }
}
