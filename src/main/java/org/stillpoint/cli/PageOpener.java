package org.stillpoint.cli;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Shows a page in the browser of whoever runs the program. */
interface PageOpener {

    /** Whether a browser was told to; what it then does is not waited for. */
    boolean open(Path page);

    /** The way of this system: the one that Java knows, else the program for it, where there is a screen. */
    static PageOpener ofSystem() {
        return page -> byDesktop(page) || byProgram(System.getProperty("os.name"), page);
    }

    /** The command that opens a page, by the name of the system; none on a Unix without a screen. */
    static List<String> command(String system, boolean screen, Path page) {
        if (system.startsWith("Windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", page.toUri().toString());
        }
        if (system.startsWith("Mac")) {
            return List.of("open", page.toString());
        }
        return screen ? List.of("xdg-open", page.toString()) : List.of();
    }

    private static boolean byDesktop(Path page) {
        try {
            if (GraphicsEnvironment.isHeadless() || !Desktop.isDesktopSupported()
                    || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
                return false;
            }
            Desktop.getDesktop().browse(page.toUri());
            return true;
        } catch (IOException | UnsupportedOperationException | LinkageError e) {
            return false;
        }
    }

    private static boolean byProgram(String system, Path page) {
        boolean screen = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        List<String> command = command(system, screen, page);
        if (command.isEmpty()) {
            return false;
        }
        try {
            new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
