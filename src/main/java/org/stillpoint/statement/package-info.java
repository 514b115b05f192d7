/** What can be said of a training in numbers: measures of a run, the facts that compare them, and statements made of these. */
package org.stillpoint.statement;
