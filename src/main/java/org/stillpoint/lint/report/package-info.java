/** What the linter found, as text for people, JSON, and SARIF for other tools. */
package org.stillpoint.lint.report;
