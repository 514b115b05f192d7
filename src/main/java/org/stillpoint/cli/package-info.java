/** The command line: one class a command; {@link org.stillpoint.cli.Main} is the entry. */
package org.stillpoint.cli;
