package org.stillpoint.browser;

/**
 * How a page is looked at.
 *
 * @param width in pixels; below 600 as on a phone
 * @param dark whether its reader prefers dark colours
 * @param motion whether its reader likes things to move
 * @param scripts whether scripts run
 */
public record View(int width, boolean dark, boolean motion, boolean scripts) {

    /** A screen on a desk, light, with scripts. */
    public static final View DESK = new View(1280, false, true, true);

    /** A phone held upright. */
    public static final View PHONE = new View(390, false, true, true);

    private static final int WIDEST_PHONE = 600;

    public View inDark() {
        return new View(width, true, motion, scripts);
    }

    public View withoutMotion() {
        return new View(width, dark, false, scripts);
    }

    public View withoutScripts() {
        return new View(width, dark, motion, false);
    }

    boolean isPhone() {
        return width < WIDEST_PHONE;
    }

    int height() {
        return isPhone() ? 844 : 900;
    }
}
