package org.stillpoint.report.drawing;

/** A rectangle in the picture, by its edges in pixels, y downwards. */
record Box(int left, int top, int right, int bottom) {

    static Box around(int x, int y, int width, int height) {
        return new Box(x - width / 2, y - height / 2, x + width - width / 2, y + height - height / 2);
    }

    int x() {
        return (left + right) / 2;
    }

    int y() {
        return (top + bottom) / 2;
    }

    /** The smallest box around both. */
    Box with(Box other) {
        return new Box(Math.min(left, other.left), Math.min(top, other.top), Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    boolean meets(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    /** Whether a straight line between two points passes through. */
    boolean meets(int x1, int y1, int x2, int y2) {
        if (Math.max(x1, x2) <= left || Math.min(x1, x2) >= right || Math.max(y1, y2) <= top || Math.min(y1, y2) >= bottom) {
            return false;
        }
        int above = 0;
        for (int corner = 0; corner < 4; corner++) {
            int x = corner % 2 == 0 ? left : right;
            int y = corner < 2 ? top : bottom;
            above += Long.signum((long) (x2 - x1) * (y - y1) - (long) (y2 - y1) * (x - x1));
        }
        return Math.abs(above) < 4;
    }
}
